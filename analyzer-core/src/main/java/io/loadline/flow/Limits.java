package io.loadline.flow;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.Catalog.LimitMatch;
import io.loadline.catalog.CatalogFile.Component;
import io.loadline.catalog.CatalogFile.Default;
import io.loadline.catalog.CatalogFile.Limit;
import io.loadline.catalog.CatalogFile.PropertyKey;
import io.loadline.catalog.Role;
import io.loadline.catalog.Version;
import io.loadline.code.Annotation;
import io.loadline.code.Node;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.system.build.Module;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works out what holds for a limit: code, then configuration, then the transport's default, then the library's own. */
final class Limits {

    private final SystemModel system;
    private final Catalog catalog;
    private final Method place;
    private final String name;

    /** @param name what {@code {name}} stands for in configuration keys */
    Limits(SystemModel system, Method place, String name) {
        this.system = system;
        this.catalog = system.code().catalog();
        this.place = place;
        this.name = name;
    }

    /** What holds for a thing that code creates. */
    Setting created(String limitName, Limit limit, Component component, CallSite creation, Cone cone) {
        Optional<Setting> stated = inCone(limitName, cone)
                .or(() -> limit.fromCreation() ? ofArgument(creation, limit, cone) : Optional.empty())
                .or(() -> configured(limit));
        if (stated.isPresent()) {
            return stated.get();
        }
        if (!cone.opaque().isEmpty()) {
            return new Setting.Unresolved(cone.opaque().iterator().next(), List.of());
        }
        return byDefault(limitName, limit, component, cone);
    }

    /** What holds for a thing that an annotation declares. */
    Setting declared(String limitName, Limit limit, Component component, Annotation annotation, Location at) {
        for (String member : limit.members()) {
            Optional<Node> value = annotation.member(member);
            if (value.isPresent()) {
                return statedAs(Values.of(value.get(), place), limit, at, member);
            }
        }
        return configured(limit).orElseGet(() -> byDefault(limitName, limit, component, null));
    }

    private Optional<Setting> inCone(String limitName, Cone cone) {
        for (CallSite call : cone.calls()) {
            String method = call.target().name().equals("<init>")
                    ? "new"
                    : call.target().name();
            for (String owner : call.caller()
                    .owner()
                    .names()
                    .view()
                    .lineage(call.target().receiver().name())) {
                for (LimitMatch match :
                        catalog.limitsSetBy(owner, method, call.target().arguments())) {
                    if (match.limitName().equals(limitName)) {
                        List<Node> arguments = arguments(call);
                        int index = match.limit().argument();
                        String value =
                                index < arguments.size() ? Values.of(arguments.get(index), call.caller()) : Values.SET;
                        return Optional.of(statedAs(value, match.limit(), call.at(), call.title()));
                    }
                }
            }
        }
        return partOf(limitName, cone);
    }

    /** A limit that a part within the cone, such as a queue, gets by its own creation. */
    private Optional<Setting> partOf(String limitName, Cone cone) {
        for (CallSite call : cone.calls()) {
            for (Component part : createdBy(call)) {
                Limit limit = part.limits().get(limitName);
                boolean counts = part.role() == Role.QUEUE || part.role() == Role.PART;
                if (counts && limit != null) {
                    List<Node> arguments = arguments(call);
                    if (limit.fromCreation() && limit.argument() < arguments.size()) {
                        return Optional.of(statedAs(
                                Values.of(arguments.get(limit.argument()), call.caller()),
                                limit,
                                call.at(),
                                call.title()));
                    }
                    return Catalog.defaultOf(limit, versions()).map(d -> defaulted(d.value(), call.title(), call.at()));
                }
            }
        }
        return Optional.empty();
    }

    private List<Component> createdBy(CallSite call) {
        String method =
                call.target().name().equals("<init>") ? "new" : call.target().name();
        return catalog
                .createdBy(
                        call.target().receiver().name(), method, call.target().arguments())
                .stream()
                .map(Catalog.ComponentMatch::component)
                .toList();
    }

    private Optional<Setting> ofArgument(CallSite creation, Limit limit, Cone cone) {
        List<Node> arguments = arguments(creation);
        if (limit.argument() >= arguments.size()) {
            return Optional.empty();
        }
        String value = Values.of(arguments.get(limit.argument()), creation.caller());
        boolean opaque = value.equals(Values.SET) && !cone.opaque().isEmpty();
        return opaque ? Optional.empty() : Optional.of(statedAs(value, limit, creation.at(), creation.title()));
    }

    private Optional<Setting> configured(Limit limit) {
        for (PropertyKey property : limit.properties()) {
            if (isRead(property)) {
                String key = property.key().replace("{name}", name);
                Optional<Setting> found = system.configured(place, key)
                        .or(() -> property.key().contains("{name}")
                                ? system.configured(place, property.key().replace("{name}", "default"))
                                : Optional.empty());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isRead(PropertyKey property) {
        if (property.artifact() == null) {
            return true;
        }
        Optional<Version> version = versions().apply(property.artifact()).map(Version::of);
        return version.isEmpty()
                || ((property.from() == null || version.get().compareTo(Version.of(property.from())) >= 0)
                        && (property.below() == null || version.get().compareTo(Version.of(property.below())) < 0));
    }

    private Setting byDefault(String limitName, Limit limit, Component component, @Nullable Cone cone) {
        Optional<Default> own = Catalog.defaultOf(limit, versions());
        if (own.isEmpty()) {
            return new Setting.Unresolved(
                    limit.defaults().isEmpty() ? "nothing is known of its default" : "the version of the library",
                    List.of());
        }
        if (!own.get().value().equals("carrier")) {
            return defaulted(own.get().value(), component.type(), null);
        }
        return carried(limitName, component, cone);
    }

    private Setting carried(String limitName, Component component, @Nullable Cone cone) {
        List<Component> inCode = new ArrayList<>();
        if (cone != null) {
            for (CallSite call : cone.calls()) {
                createdBy(call).stream()
                        .filter(c -> c.role() == Role.CARRIER || (c.role() == Role.CLIENT && !c.equals(component)))
                        .forEach(inCode::add);
            }
        }
        for (int i = inCode.size() - 1; i >= 0; i--) {
            Limit limit = inCode.get(i).limits().get(limitName);
            Optional<Default> value = limit == null ? Optional.empty() : Catalog.defaultOf(limit, versions());
            if (value.isPresent() && !value.get().value().equals("carrier")) {
                return defaulted(value.get().value(), inCode.get(i).type(), null);
            }
        }
        return ofClasspath(limitName, component);
    }

    private Setting ofClasspath(String limitName, Component component) {
        Optional<Module> module = system.modules().at(place.owner().module());
        for (String type : component.carriers()) {
            for (Catalog.ComponentMatch carrier : catalog.componentsOfType(type)) {
                Limit limit = carrier.component().limits().get(limitName);
                boolean there = component.carriers().size() == 1
                        || (module.isPresent() && isThere(carrier.component(), module.get()));
                if (there && limit != null) {
                    Optional<Default> value = Catalog.defaultOf(limit, versions());
                    if (value.isPresent() && !value.get().value().equals("carrier")) {
                        return defaulted(value.get().value(), type, null);
                    }
                }
            }
        }
        return new Setting.Unresolved("which transport is on the class path", List.of());
    }

    private static boolean isThere(Component carrier, Module module) {
        return !carrier.requires().isEmpty() && carrier.requires().stream().allMatch(r -> module.uses(r.artifact()));
    }

    private Function<String, Optional<String>> versions() {
        Optional<Module> module = system.modules().at(place.owner().module());
        return artifact -> module.flatMap(m -> m.versionOf(artifact));
    }

    private static Setting defaulted(String value, String by, @Nullable Location at) {
        List<Evidence> origin = at == null ? List.of() : List.of(new Evidence(at, "nothing sets it here"));
        String simple = by.substring(by.lastIndexOf('.') + 1);
        return value.equals("unbounded")
                ? new Setting.Unbounded("the default of " + simple, origin)
                : new Setting.Defaulted(value, simple, origin);
    }

    private static Setting statedAs(String value, Limit limit, Location at, String by) {
        List<Evidence> origin = List.of(new Evidence(at, by));
        boolean zero = value.matches("0+(\\.0+)?[a-z]*");
        boolean negative = value.startsWith("-");
        boolean unbounded = (zero && "unbounded".equals(limit.zero()))
                || (negative && "unbounded".equals(limit.negative()))
                || Set.of("2147483647", "9223372036854775807").contains(value);
        return unbounded ? new Setting.Unbounded("an explicit " + value, origin) : new Setting.Stated(value, origin);
    }

    private static List<Node> arguments(CallSite call) {
        return call.node() instanceof Node.Call written
                ? written.arguments()
                : call.node() instanceof Node.New created ? created.arguments() : List.of();
    }
}
