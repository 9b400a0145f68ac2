package io.loadline.verdict;

import io.loadline.evidence.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All suppressions of a run, with the day on which they are judged. */
public final class Suppressions {

    private static final Comparator<Suppression> ORDER =
            Comparator.comparing(Suppression::at).thenComparing(Suppression::rule);

    /** None at all. */
    public static final Suppressions NONE = new Suppressions(List.of(), LocalDate.EPOCH);

    private final List<Suppression> all;
    private final Map<String, List<Suppression>> honoured;
    private final LocalDate today;

    /** Suppressions as they hold on the given day. */
    public Suppressions(List<Suppression> all, LocalDate today) {
        this.all = all.stream().sorted(ORDER).toList();
        this.today = today;
        this.honoured = this.all.stream()
                .filter(suppression -> !suppression.isExpired(today))
                .collect(Collectors.groupingBy(Suppression::rule));
    }

    /** Those that cover a claim. */
    List<Suppression> covering(Claim claim, String fingerprint) {
        return honoured.getOrDefault(claim.answer().rule(), List.of()).stream()
                .filter(suppression -> suppression.cover().includes(claim.at(), claim.services(), fingerprint))
                .toList();
    }

    /** What is wrong with them, given those that suppressed something. */
    List<Problem> problems(Set<Suppression> used) {
        List<Problem> problems = new ArrayList<>();
        for (Suppression suppression : all) {
            if (suppression.isExpired(today)) {
                problems.add(problem(suppression, "expired on " + suppression.until() + " and is no longer honoured"));
            } else if (!suppression.borrowed() && !used.contains(suppression)) {
                problems.add(problem(suppression, "suppresses nothing here; remove it"));
            }
        }
        Collections.sort(problems);
        return problems;
    }

    private static Problem problem(Suppression suppression, String what) {
        return new Problem(suppression.at(), "settle", "the suppression of " + suppression.rule() + " " + what);
    }
}
