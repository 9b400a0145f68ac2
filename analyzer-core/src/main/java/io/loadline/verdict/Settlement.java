package io.loadline.verdict;

import io.loadline.evidence.Problem;
import io.loadline.rule.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What the answers come to: one finding for each root cause, and for each family of findings that say the same.
 *
 * @param findings sorted by place, then rule; open, suppressed and opportunities alike
 * @param problems suppressions that could not be honoured or that suppress nothing, sorted
 */
public record Settlement(List<Finding> findings, List<Problem> problems) {

    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(Finding::at).thenComparing(Finding::rule).thenComparing(Finding::fingerprint);

    public Settlement {
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
    }

    /** Settles answers of which nothing is suppressed. The order of the answers makes no difference. */
    public static Settlement of(List<Answer> answers) {
        return of(answers, Suppressions.NONE);
    }

    /** Settles answers. The order of the answers makes no difference. */
    public static Settlement of(List<Answer> answers, Suppressions suppressions) {
        SortedMap<Claim.Key, List<Claim>> claims = new TreeMap<>();
        for (Answer answer : answers) {
            Claim.of(answer)
                    .ifPresent(claim -> claims.computeIfAbsent(claim.key(), key -> new ArrayList<>())
                            .add(claim));
        }
        Map<String, String> families = Family.names(findings(claims, (claim, fingerprint) -> claim));
        Set<Suppression> used = new HashSet<>();
        List<Finding> findings = findings(claims, (claim, fingerprint) -> {
            String family = families.getOrDefault(fingerprint, fingerprint);
            List<Suppression> own = suppressions.covering(claim, fingerprint);
            return accept(claim, own.isEmpty() ? suppressions.covering(claim, family) : own, used);
        });
        return new Settlement(Family.join(findings).stream().sorted(BY_PLACE).toList(), suppressions.problems(used));
    }

    /** The findings in their order, each of its claims as the change makes it that is given its fingerprint. */
    private static List<Finding> findings(
            SortedMap<Claim.Key, List<Claim>> claims, BiFunction<Claim, String, Claim> change) {
        List<Finding> findings = new ArrayList<>();
        claims.forEach((key, ofOneName) -> {
            List<RootCause> causes = RootCause.join(ofOneName);
            for (int ordinal = 0; ordinal < causes.size(); ordinal++) {
                String fingerprint = Fingerprint.of(key, ordinal);
                findings.add(causes.get(ordinal)
                        .map(claim -> change.apply(claim, fingerprint))
                        .finding(fingerprint));
            }
        });
        findings.sort(BY_PLACE);
        return findings;
    }

    private static Claim accept(Claim claim, List<Suppression> covering, Set<Suppression> used) {
        used.addAll(covering);
        return covering.isEmpty() ? claim : claim.acceptedBy(covering.get(0));
    }
}
