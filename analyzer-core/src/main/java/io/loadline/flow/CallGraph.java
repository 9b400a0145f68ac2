package io.loadline.flow;

import io.loadline.code.Modifier;
import io.loadline.code.TypeDecl;
import io.loadline.evidence.Confidence;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which methods of the project a call may lead to, through interfaces and overriding. */
public final class CallGraph {

    /** Builds the call graph of a system. */
    public static final Query<CallGraph> QUERY = new Query<>("call graph") {
        @Override
        protected CallGraph compute(SystemModel system) {
            return new CallGraph(system.code());
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
    private final Map<Method, Dispatch> overriding = new HashMap<>();
    private final Map<ProjectType, Map<Method, Dispatch>> inherited = new HashMap<>();
    private final Map<ProjectType, Set<ProjectType>> below = new HashMap<>();

    private CallGraph(Code code) {
        this.code = code;
    }

    /** Where a call may lead. */
    public Dispatch from(CallSite site) {
        return site.target().declared().map(m -> dispatch(m, site)).orElse(Dispatch.NONE);
    }

    /** The methods that the calls in a method may lead to, each once, in the order of the calls. */
    List<Method> from(Method method) {
        Set<Method> all = new LinkedHashSet<>();
        for (CallSite site : code.sites(method)) {
            all.addAll(from(site).methods());
        }
        return List.copyOf(all);
    }

    private Dispatch dispatch(Method declared, CallSite site) {
        if (isFixed(declared)) {
            return new Dispatch(List.of(declared), false);
        }
        ProjectType receiver = site.caller()
                .owner()
                .names()
                .view()
                .findProject(site.target().receiver().name())
                .orElse(declared.owner());
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

    private Dispatch resolve(Method declared, ProjectType receiver) {
        Set<Method> found = new LinkedHashSet<>();
        if (declared.decl().body() != null) {
            found.add(declared);
        }
        for (ProjectType type : below(receiver)) {
            implementing(type, declared).ifPresent(found::add);
            if (found.size() > MOST_TARGETS) {
                return new Dispatch(List.of(), true);
            }
        }
        return new Dispatch(List.copyOf(found), false);
    }

    /** What a type runs: its own method, or the nearest that it inherits from a class. */
    private static Optional<Method> implementing(ProjectType type, Method declared) {
        Optional<Method> own = withBody(type, declared);
        return own.isPresent() || type.decl().kind() == TypeDecl.Kind.INTERFACE
                ? own
                : EntryPoints.lineage(type).stream()
                        .filter(t -> t != type && t.decl().kind() != TypeDecl.Kind.INTERFACE)
                        .flatMap(t -> withBody(t, declared).stream())
                        .findFirst();
    }

    private static Optional<Method> withBody(ProjectType type, Method declared) {
        return type.methods(declared.name()).stream()
                .filter(candidate -> candidate.decl().body() != null && overrides(candidate, declared))
                .findFirst();
    }

    private static boolean overrides(Method candidate, Method declared) {
        return candidate.decl().parameters().size()
                == declared.decl().parameters().size();
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
