package io.loadline.rules.bounds;

import io.loadline.catalog.Trait;
import io.loadline.evidence.Proof;
import io.loadline.flow.Executor;
import io.loadline.flow.MarkedTypes;
import io.loadline.flow.component.Feeds;
import io.loadline.flow.component.Feeds.Feeding;
import io.loadline.flow.component.Feeds.Kind;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.rules.Unrun;
import io.loadline.system.Reach.Heat;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Does this pool refuse work when it is full? */
final class ExecutorWithUnboundedQueue extends Rule<Executor> {

    private static final int SHOWN = 3;
    private static final Set<Kind> BOUNDED =
            EnumSet.of(Kind.AWAITED, Kind.FANNED_OUT, Kind.ENDLESS, Kind.GUARDED, Kind.STARTED);

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
        if (other
                || isSerial(executor)
                || executor.site().limit("queue-capacity").isEmpty()) {
            return Outcome.notApplicable();
        }
        Setting capacity = executor.site().limit("queue-capacity").get();
        if (capacity instanceof Setting.Unresolved unresolved) {
            return Outcome.unknown(unresolved.why());
        }
        if (traits.contains(Trait.SWITCHED_ON) && isOff(executor, system)) {
            return Outcome.unknown(
                    "what switches asynchronous methods on for " + String.join(", ", executor.services()));
        }
        Optional<Feeding> feeding = executor.site().made().flatMap(system.ask(Feeds.QUERY)::of);
        if (!(capacity instanceof Setting.Unbounded unbounded)
                || feeding.filter(f -> f.isOnly(BOUNDED)).isPresent()) {
            return Outcome.holds();
        }
        Outcome.Breach breach = breach(executor, unbounded, feeding);
        return Unrun.is(executor, system) ? breach.atMost(Severity.MINOR) : breach;
    }

    private static boolean isOff(Executor executor, SystemModel system) {
        MarkedTypes marked = system.ask(MarkedTypes.QUERY);
        return !executor.services().isEmpty()
                && system.services().stream()
                        .filter(service -> executor.services().contains(service.id()))
                        .allMatch(service -> marked.in(service, "async-enabled").isEmpty());
    }

    /** One thread works in order on purpose. */
    private static boolean isSerial(Executor executor) {
        return executor.site().limit("max-threads").filter(s -> s.is("1")).isPresent();
    }

    private static Outcome.Breach breach(Executor executor, Setting.Unbounded capacity, Optional<Feeding> feeding) {
        Proof proof = Proof.of(executor.at(), "its queue has no end: " + capacity.by());
        for (CallSite feed : feeding.map(Feeding::free).orElse(List.of()).stream()
                .limit(SHOWN)
                .toList()) {
            proof = proof.and(feed.at(), "is handed work here");
        }
        Outcome.Breach breach = Outcome.breach(executor.at(), executor.key(), proof)
                .saying(
                        "%s takes work into a queue without an end: %s%s."
                                .formatted(executor.title(), capacity.by(), idle(executor)),
                        "Overload becomes memory and minutes of delay instead of a refusal: with 100,000 tasks waiting and 500 done per"
                                + " second every new task is 200 s late.",
                        "Give the queue a capacity of about the number of threads, and a rejection policy that sheds or slows the caller.");
        if (feeding.filter(Feeding::isAside).isPresent()) {
            return breach.atMost(Severity.MINOR);
        }
        boolean hot =
                executor.reach().heat() == Heat.REQUEST || executor.reach().heat() == Heat.LISTENER;
        return hot ? breach : breach.atMost(Severity.MAJOR);
    }

    /** A pool grows past its core only when its queue is full. */
    private static String idle(Executor executor) {
        Optional<Long> core = executor.site().limit("core-threads").flatMap(Setting::number);
        Optional<Long> most = executor.site().limit("max-threads").flatMap(Setting::number);
        if (core.isEmpty() || most.filter(m -> m <= core.get()).isPresent()) {
            return "";
        }
        String never = most.map(m -> "; its maximum of %s is never reached because the queue is endless".formatted(m))
                .orElse("");
        return "; it runs %s at a time%s".formatted(core.get(), never);
    }
}
