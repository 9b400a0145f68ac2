package io.loadline.score;

import io.loadline.verdict.Finding;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The answer to "can it scale?". */
public final class Verdict {

    private static final double HALF = 0.5;

    private Verdict() {}

    /**
     * One plain sentence or three: how far the services are, what breaks first, and the step that gains most.
     *
     * @param services scores by id of the services that are deployed
     * @param forecast what breaks first, soonest first
     * @param gains points by fingerprint
     */
    public static String sentence(
            Map<String, ServiceScore> services,
            List<Ceiling> forecast,
            List<Finding> findings,
            Map<String, Double> gains) {
        if (services.isEmpty()) {
            return "Cannot say: no service was found.";
        }
        Map<String, ServiceScore> judged = new TreeMap<>(services);
        judged.values().removeIf(score -> !score.isJudged());
        if (judged.isEmpty()) {
            return "Cannot say: nothing that decides it was found in "
                    + who(List.copyOf(services.keySet()), services.size()) + ".";
        }
        return standing(judged)
                + forecast.stream().findFirst().map(Verdict::breaking).orElse("")
                + "."
                + step(findings, gains).orElse("")
                + doubt(judged);
    }

    private static String standing(Map<String, ServiceScore> services) {
        Level lowest = Collections.min(
                services.values().stream().map(ServiceScore::level).toList());
        List<String> there = services.entrySet().stream()
                .filter(service -> service.getValue().level() == lowest)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        boolean verified = there.stream().allMatch(id -> {
            ServiceScore score = services.get(id);
            return score != null && score.verified();
        });
        boolean one = there.size() == 1;
        return says(lowest, who(there, services.size()), one) + " (" + lowest + (verified ? ")" : ", unverified)");
    }

    private static String who(List<String> there, int all) {
        if (all == 1) {
            return there.get(0);
        }
        return there.size() == all ? "all " + all + " services" : there.size() + " of " + all + " services";
    }

    private static String says(Level lowest, String who, boolean one) {
        return switch (lowest) {
            case L0 -> "No: " + who + " can wait for ever or grow without limit";
            case L1 -> "Not yet: " + who + (one ? " is" : " are") + " bounded, but overload spreads";
            case L2 ->
                "Partly: " + who + (one ? " contains" : " contain") + " overload, but adding pods does not help enough";
            case L3 -> "Yes, as far as files can tell: " + who + (one ? " is" : " are") + " elastic";
            case L4 -> "Yes, and measured: " + who + (one ? " holds" : " hold") + " what the forecast says";
        };
    }

    private static String breaking(Ceiling first) {
        Double value = first.value();
        return "; first to break: " + first.name()
                + (value == null
                        ? ", as no deadline ends the wait"
                        : " at " + Points.plain(value) + " " + first.unit());
    }

    private static Optional<String> step(List<Finding> findings, Map<String, Double> gains) {
        return findings.stream()
                .filter(finding -> Damage.counts(finding) && gain(finding, gains) > 0)
                .min(Comparator.comparing((Finding finding) -> -tenths(gain(finding, gains)))
                        .thenComparing(Finding::severity, Comparator.reverseOrder())
                        .thenComparing(finding -> -gain(finding, gains))
                        .thenComparing(Finding::at)
                        .thenComparing(Finding::rule))
                .map(finding -> " Best next step: " + asClause(finding.fix()) + " (" + Points.gain(gain(finding, gains))
                        + ").");
    }

    /** Where everything is bad no single step moves the score: what gains less than people see is told by how bad it is. */
    private static long tenths(double points) {
        return (long) (points * 10);
    }

    private static double gain(Finding finding, Map<String, Double> gains) {
        return gains.getOrDefault(finding.fingerprint(), 0.0);
    }

    private static String doubt(Map<String, ServiceScore> services) {
        double coverage = services.values().stream()
                .mapToDouble(ServiceScore::coverage)
                .average()
                .orElse(0);
        return coverage >= HALF ? "" : " Only " + (int) (coverage * 100) + " % of what was asked could be judged.";
    }

    private static String asClause(String sentence) {
        String text = sentence.strip();
        String clause = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        boolean word = clause.length() > 1 && Character.isLowerCase(clause.charAt(1));
        return word ? clause.substring(0, 1).toLowerCase(Locale.ROOT) + clause.substring(1) : clause;
    }
}
