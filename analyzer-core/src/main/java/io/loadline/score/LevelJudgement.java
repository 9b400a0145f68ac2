package io.loadline.score;

import io.loadline.evidence.Confidence;
import io.loadline.rule.Answer;
import io.loadline.rule.Outcome;
import io.loadline.rule.Severity;
import io.loadline.score.ScorePolicy.MustChecks;
import io.loadline.verdict.Finding;
import java.util.List;
import java.util.Map;

/**
 * The level of one service: the highest for which neither its own must-checks nor those below fail, for certain or with some doubt. L4
 * needs a measurement, which static facts never give.
 *
 * @param verified whether all must-checks up to the level were judged for certain, at least one of each was seen to hold, and what keeps the
 *     service from the next one is certain too
 * @param toNext root causes that fail a must-check of the next level
 */
record LevelJudgement(Level level, boolean verified, int toNext) {

    static LevelJudgement of(ScorePolicy policy, List<Finding> counting, List<Answer> answers) {
        Level reached = Level.L0;
        boolean verified = true;
        for (Map.Entry<Level, MustChecks> step : policy.levels().entrySet()) {
            MustChecks checks = step.getValue();
            List<Finding> failing = counting.stream()
                    .filter(finding -> fails(checks, finding) && finding.confidence() != Confidence.LOW)
                    .toList();
            if (!failing.isEmpty()) {
                boolean certain = failing.stream().anyMatch(finding -> finding.confidence() == Confidence.HIGH);
                return new LevelJudgement(reached, verified && certain, failing.size());
            }
            reached = step.getKey();
            verified &= isVerified(checks, counting, answers);
        }
        return new LevelJudgement(reached, verified, 0);
    }

    private static boolean isVerified(MustChecks checks, List<Finding> counting, List<Answer> answers) {
        boolean unsure = counting.stream().anyMatch(finding -> fails(checks, finding));
        boolean unknown = answers.stream()
                .anyMatch(answer -> answer.outcome() instanceof Outcome.Unknown
                        && checks.concerns(answer.rule(), answer.subject().reach()));
        boolean held = answers.stream()
                .anyMatch(answer -> answer.outcome() instanceof Outcome.Holds
                        && checks.rules().contains(answer.rule()));
        return !unsure && !unknown && held;
    }

    /** A finding that its rule itself calls mere information fails no level. */
    private static boolean fails(MustChecks checks, Finding finding) {
        return finding.severity() != Severity.INFO && checks.concerns(finding.rule(), finding.reach());
    }
}
