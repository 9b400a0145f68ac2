package io.loadline.rules.data;

import io.loadline.evidence.Proof;
import io.loadline.flow.Annotated;
import io.loadline.flow.QueryCall;
import io.loadline.flow.ResultSize;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.Reach.Heat;
import io.loadline.system.SystemModel;

/** Does this query return a bounded number of rows? */
final class UnboundedResultQuery extends Rule<QueryCall> {

    UnboundedResultQuery() {
        super(
                QueryCall.class,
                new RuleCard(
                        "Does this query return a bounded number of rows?", Dimension.DATA, Severity.BLOCKER, "0.1.0"));
    }

    @Override
    protected Outcome check(QueryCall query, SystemModel system) {
        ResultSize size = ResultSize.of(query);
        return switch (size.bound()) {
            case BOUNDED -> Outcome.holds();
            case SINGLE, NONE -> Outcome.notApplicable();
            case UNKNOWN -> Outcome.unknown(size.reason());
            case UNBOUNDED -> isServed(query) ? weigh(breach(query, size), query, system) : Outcome.notApplicable();
        };
    }

    private static boolean isServed(QueryCall query) {
        Heat heat = query.reach().heat();
        return heat == Heat.REQUEST || heat == Heat.LISTENER;
    }

    /** A result that is kept is read once, however large it is. */
    private static Outcome weigh(Outcome.Breach breach, QueryCall query, SystemModel system) {
        return system.ask(Annotated.QUERY).keepsResults(query.site().caller()) ? breach.atMost(Severity.MINOR) : breach;
    }

    private static Outcome.Breach breach(QueryCall query, ResultSize size) {
        Outcome.Breach breach = Outcome.breach(
                        query.site().at(),
                        query.site().caller().key() + " > " + query.site().title(),
                        Proof.of(query.site().at(), size.reason()))
                .saying(
                        "%s returns every row that matches: %s."
                                .formatted(query.site().title(), size.reason()),
                        "Time, memory and network grow with the table: what takes 5 ms at 1,000 rows takes seconds and hundreds of MB at"
                                + " a million.",
                        "Take a page or a limit (Pageable, Limit, Top, setMaxResults or LIMIT), or read with a cursor.");
        return size.isWholeTable() ? breach : breach.atMost(Severity.MAJOR);
    }
}
