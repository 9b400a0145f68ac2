package io.loadline.score;

import io.loadline.verdict.Finding;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What root causes do to the score of one service: {@code 100 * product of (1 - p)}. A cause that is limited to one environment harms
 * that one only, and a service is as good as in its worst environment.
 *
 * @param scores by environment; the empty one stands for all that no finding names
 */
record Damage(ScorePolicy policy, List<Finding> findings, SortedMap<String, Double> scores) {

    private static final double FULL = 100;
    private static final String ANY = "";

    /** The damage of findings that count. */
    static Damage of(ScorePolicy policy, List<Finding> findings) {
        SortedMap<String, Double> scores = new TreeMap<>();
        scores.put(ANY, FULL);
        findings.forEach(finding -> scores.put(environment(finding), FULL));
        for (Finding finding : findings) {
            scores.replaceAll(
                    (environment, score) -> harms(finding, environment) ? score * (1 - policy.harm(finding)) : score);
        }
        return new Damage(policy, List.copyOf(findings), scores);
    }

    /** Whether a finding counts: neither accepted nor a mere opportunity. */
    static boolean counts(Finding finding) {
        return finding.isOpen() && !finding.isOpportunity();
    }

    /** The score, 0 to 100. */
    double score() {
        return scores.values().stream().mapToDouble(Double::doubleValue).min().orElse(FULL);
    }

    /** The points by which the score rises when one of the findings is fixed: {@code S / (1 - p) - S}. */
    double gain(Finding fixed) {
        double without = scores.entrySet().stream()
                .mapToDouble(score ->
                        harms(fixed, score.getKey()) ? score.getValue() / (1 - policy.harm(fixed)) : score.getValue())
                .min()
                .orElse(FULL);
        return without - score();
    }

    private static boolean harms(Finding finding, String environment) {
        return environment(finding).equals(ANY) || environment(finding).equals(environment);
    }

    private static String environment(Finding finding) {
        return finding.environment() == null ? ANY : finding.environment();
    }
}
