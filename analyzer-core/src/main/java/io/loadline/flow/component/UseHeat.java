package io.loadline.flow.component;

import io.loadline.flow.EntryPoints;
import io.loadline.system.Query;
import io.loadline.system.Reach.Heat;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How hot the work is that is done with a component, wherever the component itself is made. */
public final class UseHeat {

    /** Tells how hot the components of a system are used. */
    public static final Query<UseHeat> QUERY = new Query<>("heat of uses") {
        @Override
        protected UseHeat compute(SystemModel system) {
            return new UseHeat(system);
        }
    };

    private static final int DEEPEST = 6;

    private final Program program;
    private final Makings makings;
    private final Uses uses;
    private final EntryPoints entries;
    private final List<String> batch;

    private UseHeat(SystemModel system) {
        this.program = system.ask(Program.QUERY);
        this.makings = system.ask(Makings.QUERY);
        this.uses = system.ask(Uses.QUERY);
        this.entries = system.ask(EntryPoints.QUERY);
        this.batch = system.code().catalog().markers("batch-work").stream()
                .flatMap(m -> m.types().stream())
                .toList();
    }

    /** The heat of the hottest call that is made on what a call makes; empty where none is known. */
    public synchronized Optional<Heat> of(CallSite creation) {
        List<CallSite> calls = makings.at(creation).map(uses::of).orElse(List.of());
        return calls.stream().map(call -> of(call.caller(), new HashSet<>(), 0)).max(Comparator.naturalOrder());
    }

    private boolean isBatch(Method method) {
        return batch.stream()
                .anyMatch(
                        type -> method.owner().names().view().isA(method.owner().name(), type));
    }

    /** Work that only the making of an object starts runs beside everything else. */
    private Heat of(Method method, Set<Method> seen, int depth) {
        Heat heat = entries.reachOf(method).heat();
        if (heat != Heat.UNKNOWN) {
            return heat;
        }
        if (method.name().startsWith("<") || isBatch(method)) {
            return Heat.BACKGROUND;
        }
        List<CallSite> callers = program.callers().of(method);
        if (callers.isEmpty() || depth >= DEEPEST || !seen.add(method)) {
            return Heat.UNKNOWN;
        }
        return callers.stream()
                .map(c -> of(c.caller(), seen, depth + 1))
                .max(Comparator.naturalOrder())
                .orElse(Heat.UNKNOWN);
    }
}
