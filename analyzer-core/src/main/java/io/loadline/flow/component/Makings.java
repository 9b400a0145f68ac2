package io.loadline.flow.component;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.Catalog.ComponentMatch;
import io.loadline.catalog.CatalogFile.Component;
import io.loadline.catalog.CatalogFile.Limit;
import io.loadline.catalog.Role;
import io.loadline.catalog.Trait;
import io.loadline.code.Annotation;
import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.flow.component.Cone.Step;
import io.loadline.flow.component.Expr.Scope;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.build.Modules;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.Target;
import io.loadline.system.code.TypeView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every place where a component comes into being. What only becomes part of another is not listed on its own. */
public final class Makings {

    /** Finds the components of a system. */
    public static final Query<Makings> QUERY = new Query<>("components") {
        @Override
        protected Makings compute(SystemModel system) {
            return new Makings(system);
        }
    };

    private static final Set<Role> PARTS = EnumSet.of(Role.CARRIER, Role.QUEUE, Role.PART);
    private static final Set<Role> TAKE_CLIENTS = EnumSet.of(Role.CLIENT, Role.CARRIER);

    private final Program program;
    private final Resources resources;
    private final Modules modules;
    private final Map<CallSite, Making> byCreation = new LinkedHashMap<>();
    private final List<Making> all = new ArrayList<>();
    private final Set<Making> listed = new HashSet<>();

    private Makings(SystemModel system) {
        this.program = system.ask(Program.QUERY);
        this.resources = new Resources(program);
        this.modules = system.modules();
        for (ProjectType type : system.code().types()) {
            for (Method method : type.methods()) {
                system.code().sites(method).forEach(this::create);
            }
        }
        Set<Making> parts = parts();
        byCreation.values().stream().filter(c -> !parts.contains(c)).forEach(all::add);
        declare(system.code().catalog(), system.code().types());
        listed.addAll(all);
    }

    /** All of them: those that code makes in the order of files, then those that are declared. */
    public List<Making> all() {
        return Collections.unmodifiableList(all);
    }

    /** Those that play a role. */
    public List<Making> of(Role role) {
        return all.stream().filter(c -> c.role() == role).toList();
    }

    /** The component that a call makes, also when it becomes part of another. */
    Optional<Making> at(CallSite creation) {
        return Optional.ofNullable(byCreation.get(creation));
    }

    /**
     * The transports under a component: those that the code around it makes, otherwise those of which one is taken; empty where code hands it
     * one that is not seen to be made.
     */
    public List<Component> transports(Making site) {
        List<Component> made = site.cone().steps().stream()
                .filter(step -> step.level() > 0 && !step.onward())
                .flatMap(step -> at(step.site()).stream())
                .filter(part -> part.role() == Role.CARRIER)
                .map(Making::component)
                .toList();
        boolean plain = made.isEmpty()
                && site.creation()
                        .filter(call -> call.node() instanceof Node.New created
                                && created.arguments().isEmpty())
                        .isPresent();
        return plain
                ? site.component().carriers().stream()
                        .flatMap(type -> program.matches().ofType(type).stream())
                        .toList()
                : made;
    }

    /** The libraries of the module in which a component stands. */
    Libraries libraries(ProjectType type) {
        return new Libraries(modules.at(type.module()));
    }

    private void create(CallSite site) {
        if (isSuperCall(site)
                || program.matches().created(site).isEmpty()
                || resources.isOpened(site)
                || isOnlyAsked(site)) {
            return;
        }
        Expr made = new Expr(
                site.node(),
                MethodText.spanOf(site.node(), site.caller().decl().span()),
                Scope.of(program.texts().of(site.caller())));
        Cone cone = new ConeWalk(program, true).of(made);
        byCreation.put(site, Making.created(first(cone, site), site, cone, nameOf(site)));
    }

    /** Whether it is dropped as soon as it has given something that has no part in its work: {@code new Client().getConverters()}. */
    private boolean isOnlyAsked(CallSite made) {
        return made.node() instanceof Node.New
                && program.texts().of(made.caller()).around(made.node()).orElse(null) instanceof Node.Call getter
                && getter.receiver() == made.node()
                && getter.arguments().isEmpty()
                && getter.name().startsWith("get")
                && Bearing.isBeside(getter.name());
    }

    /** The variable or field that keeps what a call makes, otherwise the method that makes it. */
    private String nameOf(CallSite made) {
        MethodText text = program.texts().of(made.caller());
        Node here = made.node();
        while (true) {
            Node around = text.around(here).orElse(null);
            if (around instanceof Node.Local local) {
                return local.name();
            }
            if (around instanceof Node.Assign assign) {
                return assign.target() instanceof Node.Select select
                        ? select.name()
                        : assign.target() instanceof Node.Name name
                                ? name.id()
                                : made.caller().name();
            }
            boolean same = around instanceof Node.Cast
                    || around instanceof Node.Branch
                    || (around instanceof Node.Call call
                            && call.receiver() == here
                            && !isOperation(call, made.caller()));
            if (!same || around == null) {
                return made.caller().name();
            }
            here = around;
        }
    }

    /** Whether a call does the work of a component, so that its result is no component any more. */
    private boolean isOperation(Node.Call call, Method caller) {
        return program.code().sites(caller).stream()
                .anyMatch(site -> site.node() == call && program.matches().isOperation(site));
    }

    private static boolean isSuperCall(CallSite site) {
        return site.node() instanceof Node.Call && site.target().name().equals(MethodDecl.CONSTRUCTOR);
    }

    /** Of several in one chain the first decides what it is, unless one of them derives it from something else. */
    private ComponentMatch first(Cone cone, CallSite site) {
        Libraries libraries = libraries(site.caller().owner());
        ComponentMatch own = libraries.choose(program.matches().created(site));
        List<ComponentMatch> chain = cone.steps().stream()
                .filter(step -> step.level() == 0 && !step.onward() && !isSuperCall(step.site()))
                .map(step -> program.matches().created(step.site()))
                .filter(matches -> !matches.isEmpty())
                .map(libraries::choose)
                .filter(match -> match.component().role() == own.component().role())
                .toList();
        return chain.stream()
                .filter(match -> match.component().traits().contains(Trait.SHARED))
                .findFirst()
                .or(() -> chain.stream().findFirst())
                .orElse(own);
    }

    /** Those that become part of another one. Two that are part of each other are both whole. */
    private Set<Making> parts() {
        Map<Making, Set<Making>> wholes = new LinkedHashMap<>();
        for (Making whole : byCreation.values()) {
            for (Step step : whole.cone().steps()) {
                Making other = byCreation.get(step.site());
                if (other != null && other != whole && !step.onward() && becomesPart(other, whole, step.level())) {
                    wholes.computeIfAbsent(other, o -> new HashSet<>()).add(whole);
                }
            }
        }
        Set<Making> parts = new HashSet<>();
        wholes.forEach((part, all) -> {
            if (all.stream().anyMatch(w -> !wholes.getOrDefault(w, Set.of()).contains(part))) {
                parts.add(part);
            }
        });
        return parts;
    }

    private static boolean becomesPart(Making part, Making whole, int level) {
        if (PARTS.contains(part.role())) {
            return true;
        }
        if (level == 0) {
            return part.role() == whole.role() && (!whole.is(Trait.SHARED) || part.is(Trait.SHARED));
        }
        boolean wrapped = part.role() == Role.EXECUTOR && whole.role() == Role.EXECUTOR;
        return wrapped || (part.role() == Role.CLIENT && TAKE_CLIENTS.contains(whole.role()));
    }

    private void declare(Catalog catalog, List<ProjectType> types) {
        Map<String, Making> shared = new HashMap<>();
        for (ProjectType type : types) {
            if (type.decl().kind() == TypeDecl.Kind.ANNOTATION) {
                continue;
            }
            for (Annotation annotation : type.decl().annotations()) {
                declared(catalog, type, annotation)
                        .ifPresent(m -> list(
                                Making.declared(m, type, null, annotation, nameOf(m, annotation, type.simpleName())),
                                shared));
            }
            for (Method method : type.methods()) {
                for (Annotation annotation : method.decl().annotations()) {
                    declared(catalog, type, annotation)
                            .ifPresent(m -> list(
                                    Making.declared(m, type, method, annotation, nameOf(m, annotation, method.name())),
                                    shared));
                }
            }
        }
    }

    private Optional<ComponentMatch> declared(Catalog catalog, ProjectType type, Annotation annotation) {
        List<ComponentMatch> found = catalog.declaredByAnnotation(type.names().annotation(annotation.name()));
        return found.isEmpty() ? Optional.empty() : Optional.of(libraries(type).choose(found));
    }

    private static String nameOf(ComponentMatch match, Annotation annotation, String otherwise) {
        Limit limit = match.component().limits().get("name");
        List<String> members = limit == null ? List.of("name", "value") : limit.members();
        return members.stream()
                .flatMap(m -> annotation.member(m).stream())
                .map(n -> n instanceof Node.ArrayOf array && !array.elements().isEmpty()
                        ? array.elements().get(0)
                        : n)
                .filter(Node.Literal.class::isInstance)
                .map(n -> ((Node.Literal) n).text())
                .filter(n -> !n.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }

    /** Executors and caches that declarations share are listed once for each module, and not where code makes its own. */
    private void list(Making making, Map<String, Making> shared) {
        boolean sharing = making.role() == Role.EXECUTOR || making.role() == Role.CACHE;
        String name =
                making.annotation().map(a -> nameOf(making.match(), a, "")).orElse("");
        String key = making.type().module() + "|" + making.role() + "|"
                + (sharing
                        ? making.is(Trait.SCHEDULED) + "|" + name
                        : making.annotation().orElseThrow() + "|" + making.at());
        boolean replaced = making.role() == Role.EXECUTOR && isReplaced(making, name);
        if (!replaced && shared.putIfAbsent(key, making) == null) {
            all.add(making);
        }
    }

    /** A framework's own executor steps back for one that a bean method makes. */
    private boolean isReplaced(Making declared, String name) {
        return byCreation.values().stream()
                .filter(m -> m.role() == Role.EXECUTOR && m.is(Trait.SCHEDULED) == declared.is(Trait.SCHEDULED))
                .filter(m -> m.method().filter(program.beans()::isBeanMethod).isPresent())
                .filter(m -> name.isEmpty()
                        || program.beans().names(m.method().orElseThrow()).contains(name))
                .anyMatch(m -> program.beans().isNear(declared.type(), m.type()));
    }

    /** The components that declare the type on which a call is made. */
    List<Making> declaredFor(TypeView view, Target target) {
        return all.stream()
                .filter(m -> m.role() == Role.CLIENT
                        && m.annotation().isPresent()
                        && m.method().isEmpty())
                .filter(m -> view.isA(target.receiver().name(), m.type().name()))
                .toList();
    }

    /** The components that the value behind an expression may be, as a call on it sees them. */
    List<Making> behind(Expr value) {
        Cone cone = new ConeWalk(program, false).of(value);
        Set<Making> found = new LinkedHashSet<>();
        for (Step step : cone.steps()) {
            Making making = byCreation.get(step.site());
            if (making != null && step.level() == 0 && listed.contains(making)) {
                found.add(making);
            }
        }
        return List.copyOf(found);
    }
}
