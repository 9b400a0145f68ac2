package io.loadline.flow.component;

import io.loadline.code.Node;
import io.loadline.flow.CallGraph;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who calls a method, and who makes a type, within the project. */
public final class Callers {

    /** Finds the callers of a system. */
    public static final Query<Callers> QUERY = new Query<>("callers") {
        @Override
        protected Callers compute(SystemModel system) {
            return new Callers(system.code(), system.ask(CallGraph.QUERY));
        }
    };

    private final Map<Method, List<CallSite>> callers = new HashMap<>();
    private final Map<String, List<CallSite>> allocations = new HashMap<>();
    private final Set<String> unresolved = new HashSet<>();

    private Callers(Code code, CallGraph graph) {
        for (ProjectType type : code.types()) {
            for (Method method : type.methods()) {
                code.sites(method).forEach(site -> add(site, graph));
            }
        }
    }

    private void add(CallSite site, CallGraph graph) {
        graph.from(site)
                .methods()
                .forEach(
                        m -> callers.computeIfAbsent(m, k -> new ArrayList<>(2)).add(site));
        if (!site.target().isResolved()) {
            unresolved.add(site.target().name());
        }
        if (site.node() instanceof Node.New) {
            allocations
                    .computeIfAbsent(site.target().receiver().name(), n -> new ArrayList<>(2))
                    .add(site);
        }
    }

    /** The calls that may lead to a method, in the order of files. */
    public List<CallSite> of(Method method) {
        return callers.getOrDefault(method, List.of());
    }

    /** Whether nothing calls a method, nor anything of its name on what is not known. */
    boolean isUncalled(Method method) {
        return of(method).isEmpty() && !unresolved.contains(method.name());
    }

    /** The places where a type is made by {@code new}, in the order of files. */
    List<CallSite> allocating(ProjectType type) {
        return allocations.getOrDefault(type.name(), List.of());
    }
}
