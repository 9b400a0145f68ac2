package io.loadline.rules.data;

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
        Store store = Store.of(query);
        Repeated.Cost cost = Repeated.cost(repetition, system, 1000, 1);
        Outcome.Breach breach = Outcome.breach(query.at(), query.key(), repetition.proof())
                .saying(
                        (repetition.others().isEmpty()
                                        ? "%s makes one %s for each %s."
                                        : "%s make a %s each for each %s.")
                                .formatted(repetition.work(), store.trip, repetition.element()),
                        Repeated.given(repetition, cost) + effect(store, repetition, cost),
                        Repeated.fix(
                                repetition,
                                "Read or write all %s at once: %s.".formatted(repetition.elements(), store.atOnce)));
        return Repeated.weigh(breach, repetition, cost, query.reach())
                .atMost(store == Store.CACHE ? Severity.MAJOR : Severity.BLOCKER);
    }

    private static String effect(Store store, Repetition repetition, Repeated.Cost cost) {
        return repetition.pace() != Repetition.Pace.ONE_BY_ONE
                ? " the data store gets %s statements, many at the same moment, and the pool decides how many wait."
                        .formatted(cost.times())
                : " at 1 ms a round trip the caller waits %s%s.".formatted(cost.waiting(), store.meanwhile);
    }
}
