package io.loadline.rules.data;

import io.loadline.flow.QueryCall;
import io.loadline.flow.Repetition;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.rules.Repeated;
import io.loadline.system.SystemModel;

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
                .map(repetition -> Repeated.judge(repetition).orElseGet(() -> breach(query, repetition)))
                .orElseGet(Outcome::holds);
    }

    private static Outcome breach(QueryCall query, Repetition repetition) {
        String size = repetition.loop().size();
        Outcome.Breach breach = Outcome.breach(query.at(), query.key(), repetition.proof())
                .saying(
                        repetition.others().isEmpty()
                                ? "%s makes one database round trip for each of %s.".formatted(repetition.work(), size)
                                : "%s make a database round trip each for each of %s."
                                        .formatted(repetition.work(), size),
                        "With 1,000 %s at 1 ms a round trip the caller waits 1 s and borrows a connection 1,000 times."
                                .formatted(size),
                        Repeated.fix(
                                repetition,
                                "Read or write all %s at once: a query with IN or a join, findAllById, saveAll or a batch."
                                        .formatted(size)));
        return Repeated.weigh(breach, repetition, query.reach());
    }
}
