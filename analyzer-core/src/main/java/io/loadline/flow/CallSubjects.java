package io.loadline.flow;

import io.loadline.catalog.CatalogFile.Operation;
import io.loadline.catalog.Effect;
import io.loadline.catalog.Trait;
import io.loadline.flow.component.Unserved;
import io.loadline.system.Reach;
import io.loadline.system.Reach.Heat;
import io.loadline.system.Subject;
import io.loadline.system.SubjectSource;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the operations of certain classes, one subject for each loop that repeats one and one for each that no loop repeats. */
final class CallSubjects<S extends Subject> implements SubjectSource<S> {

    /** Makes a subject. */
    interface Maker<S> {
        S of(CallSite site, Operation operation, @Nullable Repetition repetition, Reach reach, List<String> services);
    }

    private final Class<S> kind;
    private final Set<Effect> effects;
    /** Effects that are asked about only where they are repeated. */
    private final Set<Effect> whenRepeated;

    private final Maker<S> maker;

    private CallSubjects(Class<S> kind, Set<Effect> effects, Set<Effect> whenRepeated, Maker<S> maker) {
        this.kind = kind;
        this.effects = effects;
        this.whenRepeated = whenRepeated;
        this.maker = maker;
    }

    static SubjectSource<RemoteCall> remoteCalls() {
        return new CallSubjects<>(RemoteCall.class, EnumSet.of(Effect.REMOTE, Effect.SEND), Set.of(), RemoteCall::new);
    }

    static SubjectSource<QueryCall> queryCalls() {
        return new CallSubjects<>(QueryCall.class, EnumSet.of(Effect.QUERY), EnumSet.of(Effect.CACHE), QueryCall::new);
    }

    @Override
    public Class<S> kind() {
        return kind;
    }

    @Override
    public List<S> find(SystemModel system) {
        Operations operations = system.ask(Operations.QUERY);
        LoopPaths loops = system.ask(LoopPaths.QUERY);
        List<S> all = new ArrayList<>();
        Stream.concat(effects.stream(), whenRepeated.stream())
                .flatMap(effect -> loops.all(effect).stream())
                .forEach(repetition -> all.add(maker.of(
                        repetition.operation(),
                        operations.of(repetition.operation()).orElseThrow(),
                        repetition,
                        reach(repetition.site(), system),
                        system.servicesOf(repetition.site().caller()))));
        for (CallSite site : operations.sites()) {
            Operation operation = operations.of(site).orElseThrow();
            boolean counted =
                    effects.contains(operation.does()) && !operation.traits().contains(Trait.ASSEMBLY);
            if (counted && !loops.isRepeated(site)) {
                all.add(maker.of(site, operation, null, reach(site, system), system.servicesOf(site.caller())));
            }
        }
        return all;
    }

    /** What runs only while a system is installed or moved is as cold as what runs at its start. */
    private static Reach reach(CallSite site, SystemModel system) {
        Reach reach = system.ask(EntryPoints.QUERY).reachOf(site);
        return reach.heat() == Heat.UNKNOWN && system.ask(Unserved.QUERY).isOnlyAside(site.caller())
                ? new Reach(Heat.STARTUP, List.of())
                : reach;
    }
}
