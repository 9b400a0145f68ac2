package io.loadline.score;

import io.loadline.config.Section;
import io.loadline.evidence.Confidence;
import io.loadline.rule.Severity;
import io.loadline.system.Reach;
import io.loadline.system.Reach.Heat;
import io.loadline.verdict.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * All weights of the score.
 *
 * @param impact damage of a certain, always reached root cause, 0 to 1, by severity; a harsher one never weighs less
 * @param confidence likelihood that a finding is true, 0 to 1, by confidence; a surer one never weighs less
 * @param reach how the ways in weigh
 * @param grades from best to worst, without F
 * @param caps best grade with a confident finding of that severity
 * @param levels must-checks of each level that has some
 */
public record ScorePolicy(
        Map<Severity, Double> impact,
        Map<Confidence, Double> confidence,
        ReachWeight reach,
        List<Grade> grades,
        Map<Severity, String> caps,
        Map<Level, MustChecks> levels) {

    private static final String STANDARD = "policy.yml";
    static final String WORST = "F";

    /** How the ways in weigh: {@code tier * (base + spread * (1 - e^(-entries / scale)))}, 1 for a whole service. */
    public record ReachWeight(double base, double spread, double scale, Map<Heat, Double> tiers) {

        /** The weight of a reach, 0 to 1. */
        public double of(Reach reach) {
            Double tier = tiers.get(reach.heat());
            if (tier == null) {
                return 1;
            }
            return tier * (base + spread * (1 - Math.exp(-reach.entries().size() / scale)));
        }
    }

    /** A grade and the lowest value, 0 to 100, that earns it. */
    public record Grade(String letter, double from) {}

    /** The rules that must hold for a level, for findings that are reached at least that hot. */
    public record MustChecks(Heat from, Set<String> rules) {
        boolean concerns(String rule, Reach reach) {
            return rules.contains(rule) && reach.heat().compareTo(from) >= 0;
        }
    }

    /** The policy that the product ships. */
    public static ScorePolicy standard() {
        try (InputStream in = ScorePolicy.class.getResourceAsStream(STANDARD)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + STANDARD);
            }
            return read(STANDARD, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a policy file.
     *
     * @throws io.loadline.config.ConfigException when it is not one
     */
    public static ScorePolicy read(String file, String yaml) {
        return new PolicyReader(file).read(yaml);
    }

    /** Every weight, 0 to 1, by what it weighs ({@code impact}, {@code confidence}, {@code reach}) and the case it applies to, in order. */
    public Map<String, Map<String, Double>> explained() {
        Map<String, Map<String, Double>> groups = new LinkedHashMap<>();
        groups.put("impact", worded(impact));
        groups.put("confidence", worded(confidence));
        Map<String, Double> ways = new LinkedHashMap<>(worded(reach.tiers()));
        ways.put(Section.word(Heat.WHOLE_SERVICE), 1.0);
        groups.put("reach", ways);
        return groups;
    }

    private static <E extends Enum<E>> Map<String, Double> worded(Map<E, Double> weights) {
        Map<String, Double> worded = new LinkedHashMap<>();
        weights.forEach((constant, weight) -> worded.put(Section.word(constant), weight));
        return worded;
    }

    /** The share of its service's score that a root cause takes away: {@code impact * confidence * reach}, 0 to below 1. */
    double harm(Severity severity, Confidence sureness, Reach way) {
        return weight(impact, severity) * weight(confidence, sureness) * reach.of(way);
    }

    /** The share of its service's score that a finding takes away. */
    double harm(Finding finding) {
        return harm(finding.severity(), finding.confidence(), finding.reach());
    }

    private static <K> double weight(Map<K, Double> weights, K key) {
        return Objects.requireNonNull(weights.get(key), "a policy weighs everything");
    }

    /** The grade that a value earns. */
    String grade(double value) {
        return grades.stream()
                .filter(grade -> value >= grade.from())
                .map(Grade::letter)
                .findFirst()
                .orElse(WORST);
    }

    /** The worse of two grades. */
    String worse(String one, String other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private int rank(String letter) {
        List<String> letters = grades.stream().map(Grade::letter).toList();
        return letter.equals(WORST) ? letters.size() : letters.indexOf(letter);
    }
}
