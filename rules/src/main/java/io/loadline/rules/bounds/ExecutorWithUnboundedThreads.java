package io.loadline.rules.bounds;

import io.loadline.catalog.Trait;
import io.loadline.evidence.Proof;
import io.loadline.flow.Executor;
import io.loadline.flow.component.Feeds;
import io.loadline.flow.component.Feeds.Feeding;
import io.loadline.flow.component.Feeds.Kind;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.rules.Unrun;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Is the number of threads of this pool limited? */
final class ExecutorWithUnboundedThreads extends Rule<Executor> {

    private static final int SHOWN = 3;
    private static final Set<Kind> BOUNDED = EnumSet.of(Kind.AWAITED, Kind.ENDLESS, Kind.GUARDED, Kind.STARTED);

    ExecutorWithUnboundedThreads() {
        super(
                Executor.class,
                new RuleCard(
                        "Is the number of threads of this pool limited?", Dimension.BOUNDS, Severity.MAJOR, "0.1.0"));
    }

    @Override
    protected Outcome check(Executor executor, SystemModel system) {
        boolean virtual = executor.site().component().traits().contains(Trait.VIRTUAL_THREADS);
        if (virtual || executor.site().limit("max-threads").isEmpty()) {
            return Outcome.notApplicable();
        }
        Setting threads = executor.site().limit("max-threads").get();
        boolean queues = executor.site()
                .limit("queue-capacity")
                .filter(Setting.Unbounded.class::isInstance)
                .isPresent();
        if (threads instanceof Setting.Unresolved unresolved) {
            return Outcome.unknown(unresolved.why());
        }
        // With an endless queue the pool never grows past its core: that is the other rule's finding.
        if (!(threads instanceof Setting.Unbounded unbounded) || queues) {
            return Outcome.holds();
        }
        Optional<Feeding> feeding = executor.site().made().flatMap(system.ask(Feeds.QUERY)::of);
        if (feeding.filter(f -> f.isOnly(BOUNDED)).isPresent()) {
            return Outcome.holds();
        }
        Outcome.Breach breach = breach(executor, unbounded, feeding);
        boolean aside = feeding.filter(Feeding::isAside).isPresent() || Unrun.is(executor, system);
        return aside ? breach.atMost(Severity.MINOR) : breach;
    }

    private static Outcome.Breach breach(Executor executor, Setting.Unbounded threads, Optional<Feeding> feeding) {
        Proof proof = Proof.of(executor.at(), "its threads have no limit: " + threads.by());
        for (CallSite feed : feeding.map(Feeding::free).orElse(List.of()).stream()
                .limit(SHOWN)
                .toList()) {
            proof = proof.and(feed.at(), "is handed work here");
        }
        return Outcome.breach(executor.at(), executor.key(), proof)
                .saying(
                        "%s starts a thread for each task without a limit: %s."
                                .formatted(executor.title(), threads.by()),
                        "Each platform thread reserves 1 MB of stack: 5,000 slow tasks are gigabytes outside the heap and end in a kill.",
                        "Use a pool with a maximum and a bounded queue, or virtual threads behind a semaphore.");
    }
}
