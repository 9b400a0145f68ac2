package io.loadline.flow;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.Catalog.ComponentMatch;
import io.loadline.catalog.CatalogFile.Component;
import io.loadline.catalog.Role;
import io.loadline.code.Annotation;
import io.loadline.code.Node;
import io.loadline.evidence.Location;
import io.loadline.system.Query;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every client, executor, cache, pool and retry that the code makes or declares. */
public final class Components {

    /** Finds the components of a system. */
    public static final Query<Components> QUERY = new Query<>("components") {
        @Override
        protected Components compute(SystemModel system) {
            return new Components(system);
        }
    };

    private static final Set<Role> WHOLE =
            Set.of(Role.CLIENT, Role.EXECUTOR, Role.CACHE, Role.CACHE_MANAGER, Role.POOL, Role.RETRY);

    private record Found(ComponentMatch match, CallSite site, Cone cone) {}

    private final SystemModel system;
    private final Catalog catalog;
    private final List<ComponentSite> all = new ArrayList<>();

    private Components(SystemModel system) {
        this.system = system;
        this.catalog = system.code().catalog();
        List<Found> found = new ArrayList<>();
        for (ProjectType type : system.code().types()) {
            declared(type);
            for (Method method : type.methods()) {
                declared(method);
                for (CallSite site : system.code().sites(method)) {
                    made(site).ifPresent(match -> found.add(new Found(match, site, Cone.of(site, system))));
                }
            }
        }
        keepOutermost(found);
    }

    /** All of a role, in the order of files. */
    public List<ComponentSite> of(Role role) {
        return all.stream().filter(c -> c.component().role() == role).toList();
    }

    private Optional<ComponentMatch> made(CallSite site) {
        if (site.node() instanceof Node.MethodRef || !site.target().receiver().isKnown()) {
            return Optional.empty();
        }
        String method =
                site.target().name().equals("<init>") ? "new" : site.target().name();
        for (String owner : site.caller()
                .owner()
                .names()
                .view()
                .lineage(site.target().receiver().name())) {
            Optional<ComponentMatch> match = catalog
                    .createdBy(owner, method, site.target().arguments())
                    .stream()
                    .filter(m -> WHOLE.contains(m.component().role()))
                    .findFirst();
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    /** A creation that flows into another of the same role is a step of it; the first step says what it is. */
    private void keepOutermost(List<Found> found) {
        Map<CallSite, Found> bySite = new LinkedHashMap<>();
        found.forEach(f -> bySite.put(f.site(), f));
        Set<CallSite> inner = new LinkedHashSet<>();
        Map<CallSite, ComponentMatch> first = new LinkedHashMap<>();
        for (Found each : found) {
            for (CallSite call : each.cone().calls()) {
                Found other = bySite.get(call);
                if (other != null && isStepOf(other, each)) {
                    inner.add(other.site());
                    if (sameType(other, each)) {
                        first.put(each.site(), other.match());
                    }
                }
            }
        }
        for (Found each : found) {
            if (!inner.contains(each.site())) {
                add(first.getOrDefault(each.site(), each.match()), each.site(), each.cone());
            }
        }
    }

    private static boolean isStepOf(Found part, Found whole) {
        boolean sameRole =
                part.match().component().role() == whole.match().component().role();
        return sameRole
                && part.site().order() < whole.site().order() + 1
                && !whole.cone().calls().isEmpty()
                && (part.site().caller() == whole.site().caller()
                        || part.match().component().role() == Role.CLIENT)
                && part.site() != whole.site()
                && !flowsBoth(part, whole);
    }

    /** Two things that configure each other, such as beans that name one another, are both kept. */
    private static boolean flowsBoth(Found one, Found other) {
        return one.cone().calls().contains(other.site()) && other.cone().calls().contains(one.site());
    }

    private static boolean sameType(Found one, Found other) {
        return one.match().component().type().equals(other.match().component().type());
    }

    private void add(ComponentMatch match, CallSite site, Cone cone) {
        String name = nameOf(site);
        Limits limits = new Limits(system, site.caller(), name);
        Map<String, Setting> settings = new LinkedHashMap<>();
        match.component()
                .limits()
                .forEach((limit, written) ->
                        settings.put(limit, limits.created(limit, written, match.component(), site, cone)));
        all.add(new ComponentSite(match, site, site.caller(), name, site.at(), settings));
    }

    private static String nameOf(CallSite site) {
        for (Node node : Cone.all(site.caller())) {
            if (node instanceof Node.Local local && local.init() == site.node()) {
                return local.name();
            }
            if (node instanceof Node.Assign assign && assign.value() == site.node()) {
                return assign.target() instanceof Node.Name name
                        ? name.id()
                        : assign.target() instanceof Node.Select select
                                ? select.name()
                                : site.caller().name();
            }
        }
        return site.caller().name();
    }

    private void declared(ProjectType type) {
        for (Annotation annotation : type.decl().annotations()) {
            String name = type.names().annotation(annotation.name());
            for (ComponentMatch match : catalog.declaredByAnnotation(name)) {
                Method place = type.methods().isEmpty() ? null : type.methods().get(0);
                declare(match, annotation, type, place, type.simpleName(), type.at());
            }
        }
    }

    private void declared(Method method) {
        for (Annotation annotation : method.decl().annotations()) {
            String name = method.owner().names().annotation(annotation.name());
            for (ComponentMatch match : catalog.declaredByAnnotation(name)) {
                Location at = Location.of(method.owner().path(), annotation.span());
                declare(match, annotation, method.owner(), method, method.key(), at);
            }
        }
    }

    private void declare(
            ComponentMatch match,
            Annotation annotation,
            ProjectType type,
            @Nullable Method place,
            String fallback,
            Location at) {
        if (place == null || !WHOLE.contains(match.component().role())) {
            return;
        }
        String name = name(match.component(), annotation, fallback);
        Limits limits = new Limits(system, place, name);
        Map<String, Setting> settings = new LinkedHashMap<>();
        match.component()
                .limits()
                .forEach((limit, written) ->
                        settings.put(limit, limits.declared(limit, written, match.component(), annotation, at)));
        all.add(new ComponentSite(match, null, place, name.isEmpty() ? type.simpleName() : name, at, settings));
    }

    private static String name(Component component, Annotation annotation, String fallback) {
        List<String> members = component.limits().containsKey("name")
                ? component.limits().get("name").members()
                : List.of("name", "value");
        return members.stream()
                .map(annotation::member)
                .flatMap(Optional::stream)
                .filter(Node.Literal.class::isInstance)
                .map(node -> ((Node.Literal) node).text())
                .findFirst()
                .orElse(fallback);
    }
}
