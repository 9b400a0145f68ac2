package io.loadline.rules.data;

import io.loadline.catalog.Effect;
import io.loadline.catalog.Trait;
import io.loadline.flow.QueryCall;
import io.loadline.flow.Repetition;
import io.loadline.flow.WriteBatching;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.rules.Repeated;
import io.loadline.system.SystemModel;
import java.util.Optional;

/** Is this query run once, rather than once per element? */
final class QueryInLoop extends Rule<QueryCall> {

    QueryInLoop() {
        super(
                QueryCall.class,
                new RuleCard(
                        "Is this query run once, rather than once per element?",
                        Dimension.DATA,
                        Severity.BLOCKER,
                        "0.1.0"));
    }

    @Override
    protected Outcome check(QueryCall query, SystemModel system) {
        return query.repetition()
                .map(repetition -> Repeated.judge(repetition, system)
                        .or(() -> later(query, repetition, system))
                        .orElseGet(() -> breach(query, repetition, system)))
                .orElseGet(Outcome::holds);
    }

    /** What a session has noted it may send as one; what it already holds it does not ask for. */
    private static Optional<Outcome> later(QueryCall query, Repetition repetition, SystemModel system) {
        if (repetition.traits().contains(Trait.IF_MISSING)) {
            return Optional.of(Outcome.unknown("whether what %s is given was read before"
                    .formatted(repetition.operation().title())));
        }
        return repetition.traits().contains(Trait.QUEUED) && WriteBatching.isOn(query, system)
                ? Optional.of(Outcome.holds())
                : Optional.empty();
    }

    private static Outcome breach(QueryCall query, Repetition repetition, SystemModel system) {
        Repeated.Cost cost = Repeated.cost(repetition, system, 1000, 1);
        String trips = repetition.effect() == Effect.CACHE ? "round trip to the shared cache" : "database round trip";
        Outcome.Breach breach = Outcome.breach(query.at(), query.key(), repetition.proof())
                .saying(
                        (repetition.others().isEmpty()
                                        ? "%s makes one %s for each %s."
                                        : "%s make a %s each for each %s.")
                                .formatted(repetition.work(), trips, repetition.element()),
                        Repeated.given(repetition, cost) + effect(query, repetition, cost),
                        Repeated.fix(repetition, fix(query, repetition)));
        return Repeated.weigh(breach, repetition, query.reach())
                .atMost(repetition.effect() == Effect.CACHE ? Severity.MAJOR : Severity.BLOCKER);
    }

    private static String effect(QueryCall query, Repetition repetition, Repeated.Cost cost) {
        if (repetition.loop().concurrent()) {
            return " the data store gets %s statements, many at the same moment, and the pool decides how many wait."
                    .formatted(cost.times());
        }
        return " at 1 ms a round trip the caller waits %s%s."
                .formatted(cost.waiting(), isPooled(query) ? ", and keeps a connection busy as long" : "");
    }

    private static String fix(QueryCall query, Repetition repetition) {
        return "Read or write all %s at once: %s.".formatted(repetition.elements(), how(query, repetition));
    }

    private static String how(QueryCall query, Repetition repetition) {
        if (repetition.effect() == Effect.CACHE) {
            return "a command for many keys, or a pipeline";
        }
        if (isPooled(query)) {
            return "a query with IN or a join, findAllById, saveAll or a batch";
        }
        return query.operation().protocol() == null
                ? "a query for many keys, findAllById, saveAll or a batch"
                : "a query for many keys, or a bulk operation";
    }

    /** Whether each statement takes a connection of a pool that others wait for. */
    private static boolean isPooled(QueryCall query) {
        return "jdbc".equals(query.operation().protocol());
    }
}
