package io.loadline.flow.component;

import io.loadline.catalog.Effect;
import io.loadline.code.Node;
import io.loadline.flow.Operations;
import io.loadline.flow.component.Expr.Scope;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.TypeView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which components do the work of which calls. */
public final class Uses {

    /** Joins the calls of a system to the components they are made on. */
    public static final Query<Uses> QUERY = new Query<>("uses of components") {
        @Override
        protected Uses compute(SystemModel system) {
            return new Uses(system);
        }
    };

    private static final Set<Effect> WORK =
            EnumSet.of(Effect.REMOTE, Effect.PUBLISH, Effect.MODEL, Effect.CACHE, Effect.SEND, Effect.SUBMIT);

    private final Program program;
    private final Makings makings;
    private final Map<CallSite, List<Making>> behind = new HashMap<>();
    private final Map<Making, List<CallSite>> calls = new HashMap<>();

    private Uses(SystemModel system) {
        this.program = system.ask(Program.QUERY);
        this.makings = system.ask(Makings.QUERY);
        Operations operations = system.ask(Operations.QUERY);
        for (CallSite site : operations.sites()) {
            if (operations.of(site).filter(o -> WORK.contains(o.does())).isPresent()) {
                List<Making> found = find(site);
                behind.put(site, found);
                found.forEach(
                        m -> calls.computeIfAbsent(m, k -> new ArrayList<>()).add(site));
            }
        }
    }

    /** The components that a call may be made on, in the order of files; empty where it cannot be told. */
    public List<Making> behind(CallSite operation) {
        return behind.getOrDefault(operation, List.of());
    }

    /** The calls that do work with a component, in the order of files. */
    public List<CallSite> of(Making making) {
        return calls.getOrDefault(making, List.of());
    }

    private List<Making> find(CallSite site) {
        TypeView view = site.caller().owner().names().view();
        List<Making> declared = makings.declaredFor(view, site.target());
        if (!declared.isEmpty() || !(site.node() instanceof Node.Call call) || call.receiver() == null) {
            return declared;
        }
        Scope scope = Scope.of(program.texts().of(site.caller()));
        return makings.behind(new Expr(call.receiver(), call.nameSpan(), scope));
    }
}
