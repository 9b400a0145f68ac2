package io.loadline.flow.component;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.Catalog.ComponentMatch;
import io.loadline.catalog.CatalogFile.Component;
import io.loadline.catalog.CatalogFile.Default;
import io.loadline.catalog.CatalogFile.Limit;
import io.loadline.catalog.VersionRange;
import io.loadline.evidence.Confidence;
import io.loadline.evidence.Evidence;
import io.loadline.system.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What libraries do where nobody sets a limit, by the versions and transports that a module is built with. */
final class Defaults {

    /** The catalog's word for the default of the transport. */
    static final String CARRIER = "carrier";

    private static final int DEEPEST = 4;

    private final Catalog catalog;
    private final Makings makings;

    Defaults(Catalog catalog, Makings makings) {
        this.catalog = catalog;
        this.makings = makings;
    }

    /** The default of a limit. */
    Setting of(Making site, String name) {
        Limit limit = site.component().limits().get(name);
        Evidence here = new Evidence(site.at(), site.title() + " leaves the " + Limits.words(name) + " to its default");
        if (limit == null || limit.defaults().isEmpty()) {
            return new Setting.Unresolved(
                    "nothing sets the " + Limits.words(name) + " and no default of " + site.library() + " is known",
                    List.of(here));
        }
        Libraries libraries = makings.libraries(site.type());
        List<Setting> possible = bearers(site.match(), name, libraries, 0)
                .map(under -> of(under, name, libraries, here))
                .toList();
        boolean agree = possible.stream().map(Defaults::worth).distinct().count() == 1;
        if (agree && possible.get(0) instanceof Setting.Unbounded open && isChosen(site.component(), name, libraries)) {
            // What the direct dependencies bring along may put another transport first.
            return new Setting.Unbounded(open.by(), open.origin(), Confidence.MEDIUM);
        }
        return agree
                ? possible.get(0)
                : new Setting.Unresolved(
                        "the default " + Limits.words(name)
                                + " depends on the libraries on the class path, which are not known",
                        List.of(here));
    }

    /** Whether the class path chooses among several transports. */
    private static boolean isChosen(Component component, String name, Libraries libraries) {
        Limit limit = component.limits().get(name);
        return component.carriers().size() > 1
                && limit != null
                && Catalog.defaultOf(limit, libraries::version)
                        .filter(d -> d.value().equals(CARRIER))
                        .isPresent();
    }

    /** Whether a limit means anything to the transports that may be under a component. */
    boolean isBorne(Making site, String name) {
        return bearers(site.match(), name, makings.libraries(site.type()), 0)
                .anyMatch(m -> m.component().limits().containsKey(name));
    }

    private static String worth(Setting setting) {
        return setting instanceof Setting.Unbounded
                ? "unbounded"
                : setting.known().orElse("?");
    }

    /** What the default is taken from: the component itself, or the transports that may be under it. */
    private Stream<ComponentMatch> bearers(ComponentMatch match, String name, Libraries libraries, int depth) {
        Limit limit = match.component().limits().get(name);
        boolean carried = limit != null
                && depth < DEEPEST
                && Catalog.defaultOf(limit, libraries::version)
                        .filter(d -> d.value().equals(CARRIER))
                        .isPresent();
        return carried
                ? carriers(match, libraries).flatMap(under -> bearers(under, name, libraries, depth + 1))
                : Stream.of(match);
    }

    /** Code that names a library has it, whatever the build tells. Where no transport is known to be there, any may be. */
    private Stream<ComponentMatch> carriers(ComponentMatch match, Libraries libraries) {
        String own = match.file().artifacts().isEmpty()
                ? ""
                : match.file().artifacts().get(0) + ":";
        List<ComponentMatch> present = catalog.carriersOf(
                match.component(), a -> libraries.has(a) || own.startsWith(a + ":"), libraries::version);
        if (libraries.isKnown() && !present.isEmpty()) {
            return present.stream();
        }
        return match.component().carriers().stream()
                .flatMap(type -> catalog.componentsOfType(type).stream())
                .filter(m -> libraries.met(m.component().requires()).orElse(true));
    }

    private static Setting of(ComponentMatch under, String name, Libraries libraries, Evidence here) {
        Limit limit = under.component().limits().get(name);
        Optional<Default> found = limit == null ? Optional.empty() : Catalog.defaultOf(limit, libraries::version);
        if (limit == null || found.isEmpty()) {
            String artifact = limit == null ? "" : deciding(limit);
            return new Setting.Unresolved(
                    artifact.isEmpty()
                            ? "no default " + Limits.words(name) + " of "
                                    + under.file().library() + " is known"
                            : "the version of " + artifact + " decides the default and is not known",
                    List.of(here));
        }
        String by = libraries.title(under.file());
        return found.get().value().equals("unbounded")
                ? new Setting.Unbounded("the default of " + by, List.of(here))
                : new Setting.Defaulted(Meaning.canonical(found.get().value(), limit.unit()), by, List.of(here));
    }

    private static String deciding(Limit limit) {
        return limit.defaults().stream()
                .map(d -> VersionRange.of(d).artifact())
                .filter(a -> !a.isEmpty())
                .findFirst()
                .orElse("");
    }
}
