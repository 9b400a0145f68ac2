package io.loadline.verdict;

import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the suppressions of one file from texts such as {@code rule-id why it is fine until 2027-01-31}. */
final class Notes {

    private static final Pattern NOTE =
            Pattern.compile("([a-z][a-z0-9-]*)(?:\\s*[:,;\\u2013\\u2014-]*\\s+(.*))?:?", Pattern.DOTALL);
    private static final Pattern UNTIL = Pattern.compile("(?:^|\\s)until\\s+(\\d\\S*)$");

    /** Enough for every reason; keeps what is hostile from costing more than its share. */
    private static final int MOST = 1000;

    private final String path;
    private final List<Suppression> suppressions = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Notes(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** Takes a note that names a rule and gives a reason. */
    void add(String text, Location at, Suppression.Cover cover) {
        Matcher note = NOTE.matcher(bounded(text));
        if (note.matches()) {
            add(note.group(1), note.group(2) == null ? "" : note.group(2), at, cover);
        } else {
            problems.add(new Problem(at, "settle", "a suppression names no rule; write the rule's id and a reason"));
        }
    }

    /** Takes a note about a rule. */
    void add(String rule, String text, Location at, Suppression.Cover cover) {
        String reason = bounded(text);
        LocalDate until = null;
        Matcher limit = UNTIL.matcher(reason);
        if (limit.find()) {
            until = day(limit.group(1));
            if (until == null) {
                problems.add(new Problem(
                        at,
                        "settle",
                        "the suppression of " + rule + " ends on '" + limit.group(1)
                                + "', expected a day such as 2027-01-31; it is not honoured"));
                return;
            }
            reason = reason.substring(0, limit.start()).strip();
        }
        if (reason.isEmpty()) {
            problems.add(
                    new Problem(at, "settle", "the suppression of " + rule + " gives no reason and is not honoured"));
            return;
        }
        suppressions.add(new Suppression(rule, reason, until, at, cover, false));
    }

    /** Takes what another tool is told. */
    void borrow(Equivalent.Exemption exemption, Location at, Suppression.Cover cover) {
        suppressions.add(new Suppression(exemption.rule(), exemption.reason(), null, at, cover, true));
    }

    SuppressionScanner.Scan scan() {
        return new SuppressionScanner.Scan(suppressions, problems);
    }

    private static String bounded(String text) {
        return (text.length() > MOST ? text.substring(0, MOST) : text).strip();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
