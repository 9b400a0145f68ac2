package io.loadline.flow.component;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.Catalog.LimitMatch;
import io.loadline.catalog.CatalogFile.Limit;
import io.loadline.catalog.CatalogFile.PropertyKey;
import io.loadline.catalog.Role;
import io.loadline.catalog.VersionRange;
import io.loadline.code.Annotation;
import io.loadline.code.Node;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.flow.component.Cone.Step;
import io.loadline.flow.component.Expr.Scope;
import io.loadline.system.Query;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.system.code.TypeRef;
import io.loadline.system.code.TypeView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The effective limits of makings. What a call sets counts first, then what an annotation says, the creation's own arguments,
 * configuration, what it is made of, and at last the library's default. Where something may set a limit and cannot be seen, the limit is
 * unresolved, never unbounded.
 */
public final class Limits {

    /** Works limits out. */
    public static final Query<Limits> QUERY = new Query<>("limits") {
        @Override
        protected Limits compute(SystemModel system) {
            return new Limits(system);
        }
    };

    private static final Set<Role> CARRYING =
            EnumSet.of(Role.CARRIER, Role.CLIENT, Role.QUEUE, Role.POOL, Role.PART, Role.CACHE_MANAGER, Role.CACHE);
    private static final int DEEPEST = 6;

    private final Program program;
    private final Makings makings;
    private final Function<String, Configured> configured;
    private final Values values;
    private final Keys keys;
    private final Defaults defaults;
    private final Requests requests;
    private final Map<Making, Map<String, Setting>> known = new HashMap<>();

    private Limits(SystemModel system) {
        this.program = system.ask(Program.QUERY);
        this.makings = system.ask(Makings.QUERY);
        Catalog catalog = system.code().catalog();
        this.configured = module -> key -> system.configured(module, key);
        this.values = new Values(program, configured);
        this.keys = new Keys(catalog);
        this.defaults = new Defaults(catalog, makings);
        this.requests = new Requests(program, system.ask(Uses.QUERY));
    }

    /** The names of the limits that something and what it is made of have. */
    public synchronized Set<String> names(Making site) {
        Set<String> names = new LinkedHashSet<>();
        site.component().limits().forEach((name, limit) -> {
            boolean only = limit.setBy().isEmpty()
                    && limit.keySetters().isEmpty()
                    && limit.properties().isEmpty();
            if (!only
                    || !limit.defaults().stream().allMatch(d -> d.value().equals(Defaults.CARRIER))
                    || defaults.isBorne(site, name)) {
                names.add(name);
            }
        });
        for (Step step : site.cone().steps()) {
            if (step.level() > 0 && !step.onward()) {
                makings.at(step.site())
                        .filter(part -> CARRYING.contains(part.role()))
                        .ifPresent(
                                part -> names.addAll(part.component().limits().keySet()));
            }
        }
        return names;
    }

    /** The effective value of a limit, by the catalog's name for it. */
    public synchronized Setting limit(Making site, String name) {
        Map<String, Setting> ofSite = known.computeIfAbsent(site, s -> new HashMap<>());
        Setting setting = ofSite.get(name);
        if (setting == null) {
            setting = limit(site, name, 0);
            ofSite.put(name, setting);
        }
        return setting;
    }

    private Setting limit(Making site, String name, int depth) {
        Optional<Setting> stated = stated(site, name, depth);
        if (stated.isPresent()) {
            return stated.get();
        }
        Optional<Setting> asked =
                depth > 0 ? Optional.empty() : requests.limit(site, name, step -> set(site, step, name));
        if (asked.isPresent()) {
            return asked.get();
        }
        Setting otherwise = carried(site, name, depth)
                .or(() -> standIn(site, name, depth))
                .orElseGet(() -> defaults.of(site, name));
        if (!(otherwise instanceof Setting.Stated) && !site.cone().opaque().isEmpty()) {
            return hidden(site.cone());
        }
        return otherwise;
    }

    private static Setting hidden(Cone cone) {
        return new Setting.Unresolved(
                cone.opaque().get(0).why(),
                cone.opaque().stream().map(o -> new Evidence(o.at(), o.why())).toList());
    }

    /** What somebody wrote, wherever it stands. */
    private Optional<Setting> stated(Making site, String name, int depth) {
        return setter(site, name)
                .or(() -> member(site, name))
                .or(() -> argument(site, name, depth))
                .or(() -> configured(site, name, depth));
    }

    private Optional<Setting> setter(Making site, String name) {
        Step best = null;
        for (Step step : site.cone().steps()) {
            if (!program.matches().limits(step.site(), name).isEmpty()
                    && (best == null || step.level() <= best.level())) {
                best = step;
            }
        }
        return Optional.ofNullable(best).map(step -> set(site, step, name));
    }

    private Setting set(Making site, Step step, String name) {
        LimitMatch match = preferred(site, program.matches().limits(step.site(), name));
        boolean keyed =
                !match.limit().keySetters().isEmpty() && match.limit().setBy().isEmpty();
        int index = keyed ? 1 : match.limit().argument();
        Evidence here = new Evidence(step.site().at(), step.site().title() + " sets the " + words(name));
        Optional<Setting> value = Arguments.of(step.site(), index, step.scope()).flatMap(values::of);
        return meaning(match.limit(), value, unitOf(step, match.limit(), index), here);
    }

    private static LimitMatch preferred(Making site, List<LimitMatch> matches) {
        return matches.stream()
                .filter(m -> m.component().equals(site.component()))
                .findFirst()
                .orElseGet(() -> matches.get(matches.size() - 1));
    }

    /** The unit that the next argument names, or any, otherwise the catalog's. */
    private static String unitOf(Step step, Limit limit, int index) {
        String stated = limit.unit() == null ? "" : limit.unit();
        if (!Meaning.isTimed(stated)) {
            return stated;
        }
        List<Node> arguments = Arguments.of(step.site());
        List<Node> next = arguments.subList(Math.min(index + 1, arguments.size()), arguments.size());
        return Stream.concat(next.stream(), arguments.stream())
                .flatMap(a -> Words.unit(a).stream())
                .map(Meaning::unit)
                .findFirst()
                .orElse(stated);
    }

    private static Setting meaning(Limit limit, Optional<Setting> value, String unit, Evidence here) {
        return Meaning.of(limit, value, unit, here);
    }

    static String words(String limit) {
        return limit.replace('-', ' ');
    }

    private @Nullable Limit own(Making site, String name) {
        return site.component().limits().get(name);
    }

    private Optional<Setting> member(Making site, String name) {
        Limit limit = own(site, name);
        if (limit == null || site.annotation().isEmpty()) {
            return Optional.empty();
        }
        for (String member : limit.members()) {
            Optional<Node> node = member(site.annotation().get(), member);
            if (node.isPresent()) {
                return Optional.of(fromMember(site, name, limit, node.get()));
            }
        }
        return Optional.empty();
    }

    private Setting fromMember(Making site, String name, Limit limit, Node node) {
        Annotation annotation = site.annotation().orElseThrow();
        Location at = Location.of(site.type().path(), annotation.span());
        Evidence here = new Evidence(at, "@" + annotation.simpleName() + " sets the " + words(name));
        Optional<Setting> value = values.of(new Expr(node, annotation.span(), Scope.of(site.type())))
                .map(v -> v.known()
                                .filter(t -> t.contains("${") || t.contains("#{"))
                                .isPresent()
                        ? keys.placeholder(
                                v.known().get(),
                                at,
                                configured.apply(site.type().module()))
                        : v);
        Optional<String> unit = annotation
                .member("unit")
                .or(() -> annotation.member("timeUnit"))
                .or(() -> annotation.member(limit.members().get(0) + "Unit"))
                .flatMap(Words::unit)
                .map(Meaning::unit);
        return meaning(limit, value, unit.orElse(limit.unit() == null ? "" : limit.unit()), here);
    }

    private static Optional<Node> member(Annotation annotation, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            Optional<Node> value = annotation.member(path);
            return value.isPresent()
                            && value.get() instanceof Node.ArrayOf array
                            && !array.elements().isEmpty()
                    ? Optional.of(array.elements().get(0))
                    : value;
        }
        return member(annotation, path.substring(0, dot))
                .filter(Node.Annotated.class::isInstance)
                .flatMap(n -> member(((Node.Annotated) n).annotation(), path.substring(dot + 1)));
    }

    private Optional<Setting> argument(Making site, String name, int depth) {
        Limit limit = own(site, name);
        if (limit == null || !limit.fromCreation() || site.creation().isEmpty()) {
            return Optional.empty();
        }
        Optional<Step> made = site.cone().steps().stream()
                .filter(s -> s.level() == 0 && !s.onward())
                .filter(s -> program.matches().created(s.site()).stream()
                        .anyMatch(m -> m.component().equals(site.component())))
                .reduce((first, last) -> last);
        return made.flatMap(step -> fromCreation(step, limit, name, depth));
    }

    private Optional<Setting> fromCreation(Step step, Limit limit, String name, int depth) {
        Optional<Expr> argument = Arguments.of(step.site(), limit.argument(), step.scope());
        if (argument.isEmpty()) {
            return Optional.empty();
        }
        Evidence here = new Evidence(step.site().at(), step.site().title() + " is given the " + words(name));
        Cone cone = new ConeWalk(program, false).of(argument.get());
        List<Setting> parts = new ArrayList<>();
        for (Step inner : cone.steps()) {
            Optional<Making> part = inner.level() == 0 ? makings.at(inner.site()) : Optional.empty();
            if (part.isPresent() && own(part.get(), name) != null && depth < DEEPEST) {
                parts.add(limit(part.get(), name, depth + 1));
            }
        }
        Optional<Setting> worst = parts.stream()
                .filter(Setting.Unbounded.class::isInstance)
                .findFirst()
                .or(() -> parts.stream().findFirst());
        if (worst.isPresent()) {
            return worst;
        }
        Optional<Setting> value = values.of(argument.get());
        if (value.isEmpty() && !cone.opaque().isEmpty()) {
            return Optional.of(hidden(cone));
        }
        return Optional.of(meaning(limit, value, unitOf(step, limit, limit.argument()), here));
    }

    private Optional<Setting> configured(Making site, String name, int depth) {
        Limit limit = own(site, name);
        if (limit == null) {
            return Optional.empty();
        }
        Configured configuration = configured.apply(site.type().module());
        Libraries libraries = makings.libraries(site.type());
        for (PropertyKey key : limit.properties()) {
            boolean read = VersionRange.of(key).includes(libraries::version).orElse(true);
            Optional<String> full = read ? named(site, key.key(), name, depth) : Optional.empty();
            Optional<Setting> value = full.flatMap(configuration::lookup);
            if (value.isPresent()) {
                Evidence here =
                        new Evidence(site.at(), site.title() + " takes the " + words(name) + " from " + full.get());
                return Optional.of(meaning(limit, value, limit.unit() == null ? "" : limit.unit(), here));
            }
        }
        return Optional.empty();
    }

    /** A key with the component's name in it, where the key asks for it and the name is known. */
    private Optional<String> named(Making site, String key, String limit, int depth) {
        if (!key.contains("{name}")) {
            return Optional.of(key);
        }
        return limit.equals("name") || depth >= DEEPEST
                ? Optional.empty()
                : limit(site, "name", depth + 1).known().map(n -> key.replace("{name}", n));
    }

    /** The limit of what it is made of: of the nearest part that somebody limits, otherwise of the nearest that has a default. */
    private Optional<Setting> carried(Making site, String name, int depth) {
        if (depth >= DEEPEST) {
            return Optional.empty();
        }
        List<Making> parts = carriers(site, name);
        Optional<Setting> stated = parts.stream()
                .map(part -> stated(part, name, depth + 1))
                .flatMap(Optional::stream)
                .findFirst();
        return stated.or(() -> parts.stream()
                .filter(part -> !java.util.Objects.requireNonNull(own(part, name))
                        .defaults()
                        .isEmpty())
                .map(part -> limit(part, name, depth + 1))
                .findFirst());
    }

    private List<Making> carriers(Making site, String name) {
        List<Making> found = new ArrayList<>();
        site.cone().steps().stream()
                .filter(s -> s.level() > 0 && !s.onward())
                .sorted(java.util.Comparator.comparingInt(Step::level))
                .flatMap(s -> makings.at(s.site()).stream())
                .filter(c -> c != site && CARRYING.contains(c.role()) && own(c, name) != null)
                .forEach(found::add);
        return found;
    }

    /** What a bean of the project does instead of the transport or manager that a framework would choose. */
    private Optional<Setting> standIn(Making site, String name, int depth) {
        Limit limit = own(site, name);
        if (limit == null || site.annotation().isEmpty() || depth >= DEEPEST) {
            return Optional.empty();
        }
        List<Cone> cones = standIns(site);
        Optional<Setting> borne = cones.stream()
                .flatMap(cone -> cone.steps().stream())
                .filter(s -> !s.onward())
                .flatMap(s -> makings.at(s.site()).stream())
                .filter(part -> own(part, name) != null)
                .map(part -> limit(part, name, depth + 1))
                .findFirst();
        return borne.or(() -> cones.stream()
                .findFirst()
                .map(cone -> new Setting.Unresolved(
                        "a bean of the project decides the " + words(name),
                        List.of(new Evidence(cone.steps().get(0).site().at(), "makes what decides it")))));
    }

    private List<Cone> standIns(Making site) {
        TypeView view = site.type().names().view();
        return site.component().carriers().stream()
                .flatMap(carrier -> view.lineage(carrier).stream())
                .filter(Matches::isTelling)
                .distinct()
                .flatMap(type -> program.beans().fitting(site.type(), TypeRef.of(type), "", List.of()).stream())
                .distinct()
                .flatMap(bean -> bean.maker().stream())
                .map(maker -> new ConeWalk(program, true).given(maker))
                .filter(cone -> !cone.steps().isEmpty())
                .toList();
    }
}
