package io.loadline.flow;

import io.loadline.code.Modifier;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.code.TypeName;
import io.loadline.evidence.Confidence;
import io.loadline.flow.component.Live;
import io.loadline.flow.component.Wiring;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.TypeView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which methods of the project a call may lead to, through interfaces and overriding. */
public final class CallGraph {

    /** Builds the call graph of a system. */
    public static final Query<CallGraph> QUERY = new Query<>("call graph") {
        @Override
        protected CallGraph compute(SystemModel system) {
            return new CallGraph(system.code(), system.ask(Live.QUERY), system.ask(Wiring.QUERY));
        }
    };

    /** More implementations than this are not followed: the call says too little. */
    static final int MOST_TARGETS = 12;

    /**
     * Where a call may lead.
     *
     * @param methods with a body, in the order of files; empty for calls out of the project and for calls that say too little
     * @param cut whether there were too many to follow
     */
    public record Dispatch(List<Method> methods, boolean cut) {

        private static final Dispatch NONE = new Dispatch(List.of(), false);

        /** How sure it is that the call leads to a given one of them. */
        public Confidence confidence() {
            if (methods.size() <= 1) {
                return Confidence.HIGH;
            }
            return methods.size() <= 4 ? Confidence.MEDIUM : Confidence.LOW;
        }
    }

    private final Code code;
    private final Live live;
    private final Wiring wiring;
    private final Map<Method, Dispatch> overriding = new HashMap<>();
    private final Map<ProjectType, Map<Method, Dispatch>> inherited = new HashMap<>();
    private final Map<ProjectType, Set<ProjectType>> below = new HashMap<>();

    private CallGraph(Code code, Live live, Wiring wiring) {
        this.code = code;
        this.live = live;
        this.wiring = wiring;
    }

    /** Where a call may lead. */
    public Dispatch from(CallSite site) {
        return from(site, null);
    }

    /**
     * Where a call may lead.
     *
     * @param self the type, or one above it, of the object whose code makes the call, where that is known better than by its text
     */
    Dispatch from(CallSite site, @Nullable ProjectType self) {
        return site.target().declared().map(m -> dispatch(m, site, self)).orElse(Dispatch.NONE);
    }

    /** Whether a call is made on the object whose code makes it. */
    static boolean isOnSelf(CallSite site) {
        return site.node() instanceof Node.Call call
                && (call.receiver() == null
                        || (call.receiver() instanceof Node.Name name
                                && name.id().equals("this")));
    }

    /** Where a call of a method on an object of a type may lead; on any object where the type is not known. */
    List<Method> to(Method declared, @Nullable ProjectType receiver) {
        return isFixed(declared)
                ? List.of(declared)
                : dispatch(declared, receiver == null ? declared.owner() : receiver)
                        .methods();
    }

    /** The methods that the calls in a method may lead to, each once, in the order of the calls. */
    List<Method> from(Method method) {
        Set<Method> all = new LinkedHashSet<>();
        for (CallSite site : code.sites(method)) {
            all.addAll(from(site).methods());
        }
        return List.copyOf(all);
    }

    private Dispatch dispatch(Method declared, CallSite site, @Nullable ProjectType self) {
        if (isFixed(declared) || isOnSuper(site)) {
            return new Dispatch(List.of(declared), false);
        }
        TypeView view = site.caller().owner().names().view();
        ProjectType receiver = self != null
                        && isOnSelf(site)
                        && view.isA(self.name(), declared.owner().name())
                ? self
                : view.findProject(site.target().receiver().name()).orElse(declared.owner());
        Optional<ProjectType> bean = wiring.behind(site)
                .filter(type -> view.isA(type.name(), declared.owner().name()));
        return dispatch(declared, bean.orElse(receiver));
    }

    private synchronized Dispatch dispatch(Method declared, ProjectType receiver) {
        if (receiver == declared.owner()) {
            return overriding.computeIfAbsent(declared, d -> resolve(d, receiver));
        }
        return inherited
                .computeIfAbsent(receiver, r -> new HashMap<>())
                .computeIfAbsent(declared, d -> resolve(d, receiver));
    }

    private static boolean isFixed(Method method) {
        Set<Modifier> modifiers = method.decl().modifiers();
        return method.decl().isConstructor()
                || modifiers.contains(Modifier.STATIC)
                || modifiers.contains(Modifier.PRIVATE)
                || modifiers.contains(Modifier.FINAL)
                || method.owner().decl().kind() == TypeDecl.Kind.RECORD;
    }

    private static boolean isOnSuper(CallSite site) {
        return site.node() instanceof Node.Call call
                && call.receiver() instanceof Node.Name name
                && name.id().equals("super");
    }

    private Dispatch resolve(Method declared, ProjectType receiver) {
        Set<Method> found = new LinkedHashSet<>();
        Optional<Method> own = receiver == declared.owner() ? Optional.empty() : implementing(receiver, declared);
        own.or(() -> Optional.of(declared)).filter(m -> m.decl().body() != null).ifPresent(found::add);
        for (ProjectType type : below(receiver)) {
            implementing(type, declared).ifPresent(found::add);
            if (found.size() > MOST_TARGETS) {
                return new Dispatch(List.of(), true);
            }
        }
        return new Dispatch(live.running(List.copyOf(found)), false);
    }

    /** What a type runs: its own method, or the nearest that it inherits from a class. */
    private static Optional<Method> implementing(ProjectType type, Method declared) {
        Optional<Method> own = withBody(type, declared);
        return own.isPresent() || type.decl().kind() == TypeDecl.Kind.INTERFACE
                ? own
                : type.lineage().stream()
                        .filter(t -> t != type && t.decl().kind() != TypeDecl.Kind.INTERFACE)
                        .flatMap(t -> withBody(t, declared).stream())
                        .findFirst();
    }

    private static Optional<Method> withBody(ProjectType type, Method declared) {
        if (type == declared.owner()) {
            return Optional.of(declared).filter(m -> m.decl().body() != null);
        }
        return type.methods(declared.name()).stream()
                .filter(candidate -> candidate.decl().body() != null
                        && candidate.decl().parameters().size()
                                == declared.decl().parameters().size())
                .max(Comparator.comparingInt((Method candidate) -> likeness(candidate, declared))
                        .thenComparing(Comparator.comparingInt(Method::index).reversed()));
    }

    /** How many parameters are written alike: which of several overloads overrides a method. */
    private static int likeness(Method candidate, Method declared) {
        int alike = 0;
        for (int i = 0; i < declared.decl().parameters().size(); i++) {
            TypeName one = candidate.decl().parameters().get(i).type();
            TypeName other = declared.decl().parameters().get(i).type();
            alike += one.simpleName().equals(other.simpleName()) && one.dimensions() == other.dimensions() ? 1 : 0;
        }
        return alike;
    }

    /** Everything below a type, in breadth. */
    private Set<ProjectType> below(ProjectType type) {
        Set<ProjectType> known = below.get(type);
        if (known == null) {
            known = new LinkedHashSet<>();
            List<ProjectType> open = new ArrayList<>(code.subtypes(type));
            while (!open.isEmpty()) {
                List<ProjectType> next = new ArrayList<>();
                for (ProjectType each : open) {
                    if (known.add(each)) {
                        next.addAll(code.subtypes(each));
                    }
                }
                open = next;
            }
            below.put(type, known);
        }
        return known;
    }
}
