package io.loadline.flow;

import io.loadline.code.Node;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls by the node that writes them, and the calls that lead to a method by its name. */
final class MethodSites {

    static final Query<MethodSites> QUERY = new Query<>("calls by node") {
        @Override
        protected MethodSites compute(SystemModel system) {
            return new MethodSites(system.code());
        }
    };

    private final Code code;
    private final Map<Method, IdentityHashMap<Node, CallSite>> byNode = new HashMap<>();
    private final Map<Method, List<CallSite>> callers = new HashMap<>();

    private MethodSites(Code code) {
        this.code = code;
        for (ProjectType type : code.types()) {
            for (Method method : type.methods()) {
                for (CallSite site : code.sites(method)) {
                    site.target()
                            .declared()
                            .ifPresent(d -> callers.computeIfAbsent(d, k -> new ArrayList<>(2))
                                    .add(site));
                }
            }
        }
    }

    Optional<CallSite> of(Method method, Node node) {
        IdentityHashMap<Node, CallSite> own = byNode.computeIfAbsent(method, m -> {
            IdentityHashMap<Node, CallSite> map = new IdentityHashMap<>();
            code.sites(m).forEach(site -> map.putIfAbsent(site.node(), site));
            return map;
        });
        return Optional.ofNullable(own.get(node));
    }

    /** The calls whose signature names the method. */
    List<CallSite> callersOf(Method method) {
        return List.copyOf(callers.getOrDefault(method, List.of()));
    }
}
