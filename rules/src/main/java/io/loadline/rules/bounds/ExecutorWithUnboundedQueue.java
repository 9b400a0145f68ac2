package io.loadline.rules.bounds;

import io.loadline.catalog.Trait;
import io.loadline.evidence.Proof;
import io.loadline.flow.Executor;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.Reach.Heat;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import java.util.List;

/** Does this pool refuse work when it is full? */
final class ExecutorWithUnboundedQueue extends Rule<Executor> {

    ExecutorWithUnboundedQueue() {
        super(
                Executor.class,
                new RuleCard(
                        "Does this pool refuse work when it is full?", Dimension.BOUNDS, Severity.BLOCKER, "0.1.0"));
    }

    @Override
    protected Outcome check(Executor executor, SystemModel system) {
        List<Trait> traits = executor.site().component().traits();
        boolean other = traits.contains(Trait.SERIAL)
                || traits.contains(Trait.SCHEDULED)
                || traits.contains(Trait.VIRTUAL_THREADS);
        if (other || executor.site().limit("queue-capacity").isEmpty()) {
            return Outcome.notApplicable();
        }
        Setting capacity = executor.site().limit("queue-capacity").get();
        if (capacity instanceof Setting.Unresolved unresolved) {
            return Outcome.unknown(unresolved.why());
        }
        return capacity instanceof Setting.Unbounded unbounded ? breach(executor, unbounded) : Outcome.holds();
    }

    private static Outcome breach(Executor executor, Setting.Unbounded capacity) {
        Outcome.Breach breach = Outcome.breach(
                        executor.at(),
                        executor.key(),
                        Proof.of(executor.at(), "its queue has no end: " + capacity.by()))
                .saying(
                        "%s takes work into a queue without an end: %s.".formatted(executor.title(), capacity.by()),
                        "Overload becomes memory and minutes of delay instead of a refusal: with 100,000 tasks waiting and 500 done per"
                                + " second every new task is 200 s late.",
                        "Give the queue a capacity of about the number of threads, and a rejection policy that sheds or slows the caller.");
        boolean hot =
                executor.reach().heat() == Heat.REQUEST || executor.reach().heat() == Heat.LISTENER;
        return hot ? breach : breach.atMost(Severity.MAJOR);
    }
}
