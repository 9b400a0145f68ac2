package io.loadline.rules.data;

import io.loadline.evidence.Proof;
import io.loadline.flow.Annotated;
import io.loadline.flow.QueryCall;
import io.loadline.flow.rows.ResultSize;
import io.loadline.flow.rows.ResultSize.Extent;
import io.loadline.flow.rows.ResultSizes;
import io.loadline.flow.rows.ResultUse;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.Reach.Heat;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import java.util.Optional;

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
        Heat heat = query.reach().heat();
        boolean runs = heat == Heat.REQUEST || heat == Heat.LISTENER || heat == Heat.BACKGROUND;
        ResultSize size = system.ask(ResultSizes.QUERY).of(query);
        return switch (size.bound()) {
            case BOUNDED -> Outcome.holds();
            case SINGLE, NONE -> Outcome.notApplicable();
            case UNKNOWN -> runs ? Outcome.unknown(size.reason()) : Outcome.notApplicable();
            case UNBOUNDED -> runs && !isOneOfMany(query, size) ? judge(query, size, system) : Outcome.notApplicable();
        };
    }

    /** Whether a loop right around the query is the greater evil, which another rule tells. */
    private static boolean isOneOfMany(QueryCall query, ResultSize size) {
        return size.extent() != Extent.WHOLE
                && query.repetition()
                        .filter(r -> r.site().caller().equals(query.site().caller()))
                        .isPresent();
    }

    private static Outcome judge(QueryCall query, ResultSize size, SystemModel system) {
        boolean waitedFor = query.reach().heat() != Heat.BACKGROUND;
        ResultUse use = ResultUse.of(query.site());
        Optional<Severity> severity =
                waitedFor ? ResultWeight.whereSomebodyWaits(size, use) : ResultWeight.inBackground(size);
        if (severity.isEmpty()) {
            return waitedFor ? Outcome.unknown(missing(query, size)) : Outcome.notApplicable();
        }
        // A result that is kept is read once, however large it is.
        boolean kept = system.ask(Annotated.QUERY).keepsResults(query.site().caller());
        return breach(query, size, use).atMost(kept ? Severity.MINOR : severity.get());
    }

    private static String missing(QueryCall query, ResultSize size) {
        String title = query.site().title();
        return size.extent() == Extent.ONE_PARENT
                ? "how many rows one parent of %s has".formatted(title)
                : "how many rows meet the condition of %s".formatted(title);
    }

    private static Outcome.Breach breach(QueryCall query, ResultSize size, ResultUse use) {
        boolean inBackground = query.reach().heat() == Heat.BACKGROUND;
        return Outcome.breach(
                        query.site().at(),
                        cause(query.site(), use),
                        Proof.of(query.site().at(), size.reason()))
                .saying(
                        "%s returns every row that matches: %s."
                                .formatted(query.site().title(), size.reason()),
                        inBackground
                                ? "Each run takes longer and needs more memory as the table grows: runs overlap, and a million rows do"
                                        + " not fit in the heap."
                                : "Time, memory and network grow with the table: what takes 5 ms at 1,000 rows takes seconds and"
                                        + " hundreds of MB at a million.",
                        fix(use, inBackground));
    }

    /** A declared finder is mended once for all who use its rows in the same way; a query in the text of a method is mended there. */
    private static String cause(CallSite site, ResultUse use) {
        return site.target()
                .declared()
                .filter(finder -> finder.decl().body() == null)
                .map(finder -> finder.key() + " > " + use)
                .orElseGet(() -> site.caller().key() + " > " + site.title());
    }

    private static String fix(ResultUse use, boolean inBackground) {
        return switch (use) {
            case COUNTED -> "Only their number is used: count in the database (count(*) or a count… finder).";
            case TESTED -> "Only whether there are any is used: ask for existence (exists… or LIMIT 1).";
            case SUMMED -> "Only a total is used: sum in the database, or keep a running total.";
            case FIRST ->
                "Only the first is used: put its condition into the query and take one (LIMIT 1, findFirst…).";
            case DELETED -> "They are read only to be deleted: delete by the condition in one statement.";
            case ROWS ->
                inBackground
                        ? "Read in chunks by key, or with a cursor."
                        : "Take a page or a limit (Pageable, Limit, Top, setMaxResults or LIMIT), or read with a cursor.";
        };
    }
}
