package io.loadline.flow.component;

import io.loadline.catalog.Role;
import io.loadline.code.Annotation;
import io.loadline.code.FieldDecl;
import io.loadline.code.Modifier;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.flow.Entry;
import io.loadline.flow.EntryPoints;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.TypeRef;
import io.loadline.system.service.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which components no service ever runs: in code that nothing mentions, in tools beside the service, in beans that nobody takes. */
public final class Unserved {

    /** Finds the components of a system that serve nobody. */
    public static final Query<Unserved> QUERY = new Query<>("components that serve nobody") {
        @Override
        protected Unserved compute(SystemModel system) {
            return new Unserved(system);
        }
    };

    /** By custom, what runs only while a system is installed, moved or tested. */
    private static final Pattern ASIDE = Pattern.compile("(?i)\"?(install\\w*|migrat\\w*|upgrade\\w*|setup|test)\"?");

    private static final int DEEPEST = 4;
    private static final int MOST_CALLERS = 50;

    private final SystemModel system;
    private final Mentions mentions;
    private final Beans beans;
    private final EntryPoints entries;
    private final Matches matches;
    private final Callers callers;
    private final Set<String> started;
    private final boolean deployed;
    private final Set<String> passive;
    private final Set<String> conditions;
    private final Map<ProjectType, Boolean> dead = new HashMap<>();

    private Unserved(SystemModel system) {
        this.system = system;
        this.mentions = system.ask(Mentions.QUERY);
        this.beans = system.ask(Beans.QUERY);
        this.entries = system.ask(EntryPoints.QUERY);
        this.matches = system.ask(Program.QUERY).matches();
        this.callers = system.ask(Callers.QUERY);
        List<Service> running = system.landscape().services().all().stream()
                .filter(s -> s.kind() == Service.Kind.DEPLOYABLE)
                .toList();
        this.deployed = !running.isEmpty();
        this.started = running.stream()
                .map(Service::mainClass)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        this.passive = marked("passive");
        this.conditions = marked("profile");
    }

    private Set<String> marked(String word) {
        return system.code().catalog().markers(word).stream()
                .flatMap(m -> m.annotations().stream())
                .collect(Collectors.toSet());
    }

    /** Whether no service runs what makes a component, or no code takes it. Unknown counts as served. */
    public synchronized boolean is(Making making) {
        if (!deployed) {
            return false;
        }
        Method method = making.method().orElse(null);
        return isAside(making.type(), method)
                || isDead(making.type())
                || (method != null && (isOnlyMain(method) || isDead(method, 0)))
                || (making.role() == Role.CLIENT && method != null && isUntaken(making, method));
    }

    /** Whether no service runs a method. Unknown counts as run. */
    public synchronized boolean is(Method method) {
        return deployed
                && (isAside(method.owner(), method)
                        || isDead(method.owner())
                        || isOnlyMain(method)
                        || isDead(method, 0));
    }

    /** Whether only what runs while a system is installed, moved or tested leads to a method. */
    public synchronized boolean isOnlyAside(Method method) {
        List<Method> open = new ArrayList<>(List.of(method));
        Set<Method> seen = new HashSet<>(open);
        boolean found = false;
        for (int i = 0; i < open.size(); i++) {
            Method here = open.get(i);
            if (isAside(here.owner(), here)) {
                found = true;
                continue;
            }
            List<CallSite> calls = callers.of(here);
            if (calls.isEmpty() || open.size() > MOST_CALLERS) {
                return false;
            }
            calls.stream().map(CallSite::caller).filter(seen::add).forEach(open::add);
        }
        return found;
    }

    private boolean isAside(ProjectType type, @Nullable Method method) {
        if (method != null && isAside(method.decl().annotations(), type)) {
            return true;
        }
        for (ProjectType here = type; here != null; here = here.enclosing().orElse(null)) {
            if (isAside(here.decl().annotations(), here)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAside(List<Annotation> annotations, ProjectType at) {
        return annotations.stream()
                .filter(a -> conditions.contains(at.names().annotation(a.name())))
                .flatMap(a -> a.member("value").stream())
                .anyMatch(Unserved::isAside);
    }

    private static boolean isAside(Node value) {
        if (value instanceof Node.ArrayOf array) {
            return !array.elements().isEmpty() && array.elements().stream().allMatch(Unserved::isAside);
        }
        return value instanceof Node.Literal text && ASIDE.matcher(text.text()).matches();
    }

    /** Tools bring a main method of their own beside the service's. */
    private boolean isOnlyMain(Method method) {
        List<Entry> leading = entries.leadingTo(method);
        return !leading.isEmpty()
                && leading.stream().allMatch(e -> e.kind().equals("main"))
                && leading.stream().map(e -> e.method().owner()).allMatch(this::isTool);
    }

    private boolean isTool(ProjectType type) {
        return !started.contains(type.name()) && isPassive(type.decl().annotations(), type);
    }

    /** Nothing outside a file mentions its type, and nothing on it lets a framework find it. */
    private boolean isDead(ProjectType type) {
        return dead.computeIfAbsent(Mentions.outermost(type), this::isUnmentioned);
    }

    private boolean isUnmentioned(ProjectType type) {
        boolean inert = type.decl().kind() == TypeDecl.Kind.CLASS
                && isTool(type)
                && !system.mentionsInSettings(type.name())
                && mentions.of(type.simpleName()).stream().allMatch(p -> Mentions.isWithin(p.type(), type));
        return inert
                && system.code().types().stream()
                        .filter(t -> Mentions.isWithin(t, type))
                        .allMatch(t -> isPassive(t.decl().annotations(), t) && hasNoWayIn(t));
    }

    private boolean hasNoWayIn(ProjectType type) {
        return type.methods().stream()
                .noneMatch(m -> beans.isBeanMethod(m)
                        || entries.leadingTo(m).stream()
                                .anyMatch(e -> !e.kind().equals("main") && e.method() == m && isMarked(e.method())));
    }

    /** A way in by annotation finds its type; one by overriding needs somebody who makes the object. */
    private boolean isMarked(Method method) {
        return !isPassive(method.decl().annotations(), method.owner());
    }

    private boolean isPassive(List<Annotation> annotations, ProjectType at) {
        return annotations.stream().map(a -> at.names().annotation(a.name())).allMatch(passive::contains);
    }

    /** Nothing calls a method, names it, or inherits the call from elsewhere. */
    private boolean isDead(Method method, int depth) {
        ProjectType owner = method.owner();
        boolean candidate = depth < DEEPEST
                && !method.name().startsWith("<")
                && !method.name().equals("main")
                && isPassive(method.decl().annotations(), owner)
                && !isInherited(method)
                && entries.leadingTo(method).stream().noneMatch(e -> e.method() == method);
        return candidate
                && mentions.of(method.name()).stream()
                        .filter(p -> p.method() != method)
                        .allMatch(p -> p.method() != null && isDead(p.method(), depth + 1));
    }

    /** Whether a library may call the method through a type that the project does not declare. */
    private static boolean isInherited(Method method) {
        if (method.decl().modifiers().contains(Modifier.PRIVATE)
                || method.decl().modifiers().contains(Modifier.STATIC)) {
            return false;
        }
        ProjectType owner = method.owner();
        return owner.decl().kind() == TypeDecl.Kind.INTERFACE
                || owner.names().view().lineage(owner.name()).stream()
                        .filter(above -> !above.equals("java.lang.Object") && !above.equals("java.io.Serializable"))
                        .anyMatch(
                                above -> owner.names().view().findProject(above).isEmpty());
    }

    /** Whether a bean method makes a client of which no service that has it mentions the type or the name. */
    private boolean isUntaken(Making making, Method method) {
        if (!beans.isBeanMethod(method) || matches.isCarrier(making.component().type())) {
            return false;
        }
        TypeRef given = method.owner().names().resolve(method.decl().returns());
        if (!given.isKnown()
                || method.owner().names().view().findProject(given.name()).isPresent()) {
            return false;
        }
        Set<String> names = new TreeSet<>(beans.names(method));
        method.owner().names().view().lineage(given.name()).stream()
                .filter(Matches::isTelling)
                .map(above -> above.substring(above.lastIndexOf('.') + 1))
                .forEach(names::add);
        Set<String> modules = modulesBeside(method.owner());
        return names.stream()
                .flatMap(name -> mentions.of(name).stream())
                .filter(place ->
                        modules.isEmpty() || modules.contains(place.type().module()))
                .allMatch(place -> place.method() == method || isIdle(place, names));
    }

    /** Whether a type only has fields of those types, of which no code of its own or of its subclasses speaks. */
    private boolean isIdle(Mentions.Place place, Set<String> types) {
        ProjectType type = place.type();
        return place.method() == null
                && type.decl().supertypes().stream().noneMatch(above -> types.contains(above.simpleName()))
                && type.decl().fields().stream()
                        .filter(field -> types.contains(field.type().simpleName()))
                        .allMatch(field -> isIdle(field, type));
    }

    private boolean isIdle(FieldDecl field, ProjectType type) {
        String getter = "get" + Character.toUpperCase(field.name().charAt(0))
                + field.name().substring(1);
        ProjectType around = Mentions.outermost(type);
        return field.initializer() == null
                && mentions.of(getter).isEmpty()
                && mentions.of(field.name()).stream()
                        .noneMatch(place -> place.method() != null
                                && (Mentions.isWithin(place.type(), around)
                                        || type.names().view().isA(place.type().name(), type.name())));
    }

    private Set<String> modulesBeside(ProjectType type) {
        Set<String> modules = new TreeSet<>();
        system.landscape().services().running(type.module()).forEach(s -> modules.addAll(s.modules()));
        return modules;
    }
}
