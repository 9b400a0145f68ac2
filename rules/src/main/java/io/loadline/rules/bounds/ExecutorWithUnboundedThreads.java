package io.loadline.rules.bounds;

import io.loadline.catalog.Trait;
import io.loadline.evidence.Proof;
import io.loadline.flow.Executor;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;

/** Is the number of threads of this pool limited? */
final class ExecutorWithUnboundedThreads extends Rule<Executor> {

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
        return threads instanceof Setting.Unbounded unbounded && !queues
                ? breach(executor, unbounded)
                : Outcome.holds();
    }

    private static Outcome breach(Executor executor, Setting.Unbounded threads) {
        return Outcome.breach(
                        executor.at(),
                        executor.key(),
                        Proof.of(executor.at(), "its threads have no limit: " + threads.by()))
                .saying(
                        "%s starts a thread for each task without a limit: %s."
                                .formatted(executor.title(), threads.by()),
                        "Each platform thread reserves 1 MB of stack: 5,000 slow tasks are gigabytes outside the heap and end in a kill.",
                        "Use a pool with a maximum and a bounded queue, or virtual threads behind a semaphore.");
    }
}
