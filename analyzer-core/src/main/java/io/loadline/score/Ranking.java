package io.loadline.score;

import io.loadline.verdict.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The order in which findings are told: open ones by severity, gain and place; then opportunities; then suppressed ones. */
public final class Ranking {

    private Ranking() {}

    /**
     * Sorts findings.
     *
     * @param gains points by fingerprint
     */
    public static List<Finding> rank(List<Finding> findings, Map<String, Double> gains) {
        return findings.stream()
                .sorted(Comparator.comparing((Finding finding) -> !finding.isOpen())
                        .thenComparing(Finding::isOpportunity)
                        .thenComparing(Finding::severity, Comparator.reverseOrder())
                        .thenComparing(finding -> -gains.getOrDefault(finding.fingerprint(), 0.0))
                        .thenComparing(Finding::at)
                        .thenComparing(Finding::rule)
                        .thenComparing(Finding::fingerprint))
                .toList();
    }
}
