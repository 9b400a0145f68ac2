package io.loadline.verdict;

import io.loadline.evidence.Confidence;
import io.loadline.evidence.Location;
import io.loadline.evidence.Proof;
import io.loadline.rule.Answer;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.Reach;
import io.loadline.system.Reach.Heat;
import io.loadline.system.Subject;
import java.util.List;

/** An answer to be settled, for tests: change one thing at a time, then take the answer. */
public record Said(
        String rule,
        Severity severity,
        Confidence confidence,
        String cause,
        String environment,
        Location at,
        List<String> services,
        Reach reach) {

    private record Thing(String key, Location at, List<String> services, Reach reach) implements Subject {}

    /** A certain major breach on the request path of the service {@code orders}. */
    public static Said of(String rule, String cause) {
        return new Said(
                rule,
                Severity.MAJOR,
                Confidence.HIGH,
                cause,
                null,
                place("src/Orders.java", 10),
                List.of("orders"),
                new Reach(Heat.REQUEST, List.of("GET /orders")));
    }

    public static Location place(String path, int line) {
        return new Location(path, line, 5, line, 20);
    }

    public Said severity(Severity now) {
        return new Said(rule, now, confidence, cause, environment, at, services, reach);
    }

    public Said confidence(Confidence now) {
        return new Said(rule, severity, now, cause, environment, at, services, reach);
    }

    public Said environment(String now) {
        return new Said(rule, severity, confidence, cause, now, at, services, reach);
    }

    public Said at(String path, int line) {
        return new Said(rule, severity, confidence, cause, environment, place(path, line), services, reach);
    }

    public Said in(String... now) {
        return new Said(rule, severity, confidence, cause, environment, at, List.of(now), reach);
    }

    public Said reach(Heat heat, String... entries) {
        return new Said(
                rule, severity, confidence, cause, environment, at, services, new Reach(heat, List.of(entries)));
    }

    public Answer breach() {
        return answer(Outcome.breach(at, cause, Proof.of(at, "seen").atMost(confidence))
                .saying(cause + " at " + at, "it piles up", "bound it")
                .in(environment));
    }

    public Answer opportunity() {
        return answer(new Outcome.Opportunity(at, cause, Proof.of(at, "seen").atMost(confidence), cause, "use it"));
    }

    public Answer unknown(String settledBy) {
        return answer(Outcome.unknown(settledBy));
    }

    public Answer holds() {
        return answer(Outcome.holds());
    }

    public Answer notApplicable() {
        return answer(Outcome.notApplicable());
    }

    private Answer answer(Outcome outcome) {
        List<Dimension> dimensions = List.of(Dimension.values());
        Dimension dimension = dimensions.get(Math.floorMod(rule.hashCode(), dimensions.size()));
        return new Answer(
                rule,
                new RuleCard("Is " + rule + " absent?", dimension, severity, "0.1"),
                new Thing(cause, at, services, reach),
                outcome);
    }
}
