package io.loadline.score;

import io.loadline.evidence.Confidence;
import io.loadline.rule.Severity;
import io.loadline.verdict.Finding;
import io.loadline.verdict.Finding.BaselineState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a build fails. A policy is one or more conditions with commas between them, and the build fails when one of them is met:
 *
 * <ul>
 *   <li>{@code blocker}, {@code major}, {@code minor}, {@code info}: a finding of at least that severity;
 *   <li>{@code new}: any finding that the baseline lacks; {@code new-major} and the like: one of at least that severity;
 *   <li>{@code level:L1}: a service below that level; {@code score:70}: a service below that score;
 *   <li>{@code none}: never.
 * </ul>
 *
 * Suppressed findings, opportunities and findings of low confidence fail no build.
 */
public final class GatePolicy {

    private static final String NONE = "none";
    private static final Pattern SEVERE = Pattern.compile("(new-)?(blocker|major|minor|info)|new");
    private static final Pattern LEVEL = Pattern.compile("level:(L[0-4])");
    private static final Pattern SCORE = Pattern.compile("score:(\\d{1,3}(?:\\.\\d+)?)");

    private final String text;
    private final List<Condition> conditions;

    private GatePolicy(String text, List<Condition> conditions) {
        this.text = text;
        this.conditions = List.copyOf(conditions);
    }

    /**
     * The policy where none is named: with a baseline, what is new and at least major, so that a team with a past can start at once;
     * without one, blockers only.
     */
    public static GatePolicy standard(boolean baseline) {
        return parse(baseline ? "new-major" : "blocker");
    }

    /**
     * Reads a policy.
     *
     * @throws IllegalArgumentException when it is none; the message says what was found and expected
     */
    public static GatePolicy parse(String text) {
        List<Condition> conditions = new ArrayList<>();
        List<String> terms =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (!terms.equals(List.of(NONE))) {
            terms.forEach(term -> conditions.add(condition(term)));
        }
        return new GatePolicy(text, conditions);
    }

    private static Condition condition(String term) {
        Matcher severe = SEVERE.matcher(term);
        if (severe.matches()) {
            String word = severe.group(2) == null ? Severity.INFO.word() : severe.group(2);
            return new Severe(severity(word), term.startsWith("new"));
        }
        Matcher level = LEVEL.matcher(term);
        if (level.matches()) {
            return new AtLevel(Level.valueOf(level.group(1)));
        }
        Matcher score = SCORE.matcher(term);
        if (score.matches() && Double.parseDouble(score.group(1)) <= 100) {
            return new AtScore(Double.parseDouble(score.group(1)));
        }
        throw new IllegalArgumentException("found '" + term
                + "' as gate policy, expected none, new, blocker, major, minor, info, new-blocker, new-major, new-minor, new-info,"
                + " level:L1 or score:70");
    }

    private static Severity severity(String word) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** Whether it asks what is new, which only a baseline can tell; without one everything is new. */
    public boolean needsBaseline() {
        return conditions.stream().anyMatch(condition -> condition instanceof Severe severe && severe.fresh());
    }

    /**
     * Judges a run.
     *
     * @param findings compared with the baseline where there is one
     * @param services scores by id of the services that are deployed
     */
    public Gate judge(List<Finding> findings, Map<String, ServiceScore> services) {
        List<Finding> counting = findings.stream()
                .filter(finding -> Damage.counts(finding) && finding.confidence() != Confidence.LOW)
                .toList();
        List<String> failures = conditions.stream()
                .flatMap(condition -> condition.failure(counting, services).stream())
                .toList();
        String sentence = failures.isEmpty()
                ? "The gate " + text + " passes."
                : "The gate " + text + " fails: " + String.join("; ", failures) + ".";
        return new Gate(text, failures.isEmpty(), sentence);
    }

    @Override
    public String toString() {
        return text;
    }

    private sealed interface Condition {
        Optional<String> failure(List<Finding> findings, Map<String, ServiceScore> services);
    }

    private record Severe(Severity least, boolean fresh) implements Condition {
        @Override
        public Optional<String> failure(List<Finding> findings, Map<String, ServiceScore> services) {
            List<Finding> failing = findings.stream()
                    .filter(finding -> finding.severity().compareTo(least) >= 0)
                    .filter(finding -> !fresh || finding.state() != BaselineState.UNCHANGED)
                    .toList();
            if (failing.isEmpty()) {
                return Optional.empty();
            }
            Finding first = failing.get(0);
            String many = failing.size() == 1 ? " finding" : " findings";
            String severity = least == Severity.INFO
                    ? ""
                    : least == Severity.BLOCKER ? " blocker" : " " + least.word() + " or worse";
            return Optional.of(failing.size() + (fresh ? " new" : "") + severity + many + ", first " + first.rule()
                    + " at " + first.at());
        }
    }

    private record AtLevel(Level least) implements Condition {
        @Override
        public Optional<String> failure(List<Finding> findings, Map<String, ServiceScore> services) {
            return below(
                    services,
                    "level " + least,
                    score -> score.level().compareTo(least) < 0,
                    score -> score.level().name());
        }
    }

    private record AtScore(double least) implements Condition {
        @Override
        public Optional<String> failure(List<Finding> findings, Map<String, ServiceScore> services) {
            return below(
                    services,
                    "score " + Points.plain(least),
                    score -> score.value() < least,
                    score -> Points.plain(score.value()));
        }
    }

    private static Optional<String> below(
            Map<String, ServiceScore> services,
            String what,
            Predicate<ServiceScore> isBelow,
            Function<ServiceScore, String> value) {
        if (services.isEmpty()) {
            return Optional.of("no service was found that could have " + what);
        }
        List<String> failing = services.entrySet().stream()
                .filter(service -> isBelow.test(service.getValue()))
                .map(service -> service.getKey() + " (" + value.apply(service.getValue()) + ")")
                .sorted()
                .toList();
        return failing.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", failing) + (failing.size() == 1 ? " is" : " are") + " below " + what);
    }
}
