package io.loadline.score;

import io.loadline.evidence.Confidence;
import io.loadline.rule.Answer;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.verdict.Finding;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Level and score of one service from what was found in it and what was asked of it. */
final class ServiceScoring {

    private final ScorePolicy policy;
    private final List<Finding> all;
    private final List<Finding> counting;
    private final List<Answer> answers;

    ServiceScoring(ScorePolicy policy, List<Finding> findings, List<Answer> answers) {
        this.policy = policy;
        this.all = findings.stream().filter(finding -> !finding.isOpportunity()).toList();
        this.counting = all.stream().filter(Damage::counts).toList();
        this.answers = answers;
    }

    ServiceScore score(double readShare) {
        double value = Damage.of(policy, counting).score();
        LevelJudgement level = LevelJudgement.of(policy, counting, answers);
        return new ServiceScore(
                level.level(),
                level.verified(),
                level.toNext(),
                value,
                value * (1 - new UnknownHarm(policy, answers).share()),
                scoreOf(finding -> finding.confidence() == Confidence.HIGH),
                coverage() * readShare,
                grade(value),
                Damage.of(policy, all).score(),
                dimensions());
    }

    private double scoreOf(Predicate<Finding> part) {
        return Damage.of(policy, counting.stream().filter(part).toList()).score();
    }

    private Map<Dimension, Double> dimensions() {
        Map<Dimension, Double> dimensions = new EnumMap<>(Dimension.class);
        for (Answer answer : answers) {
            if (!(answer.outcome() instanceof Outcome.NotApplicable)) {
                dimensions.put(answer.card().dimension(), 0.0);
            }
        }
        counting.forEach(finding -> dimensions.put(finding.dimension(), 0.0));
        dimensions.replaceAll((dimension, none) -> scoreOf(finding -> finding.dimension() == dimension));
        return Collections.unmodifiableMap(dimensions);
    }

    private String grade(double value) {
        String grade = policy.grade(value);
        for (Finding finding : counting) {
            String cap = policy.caps().get(finding.severity());
            if (finding.confidence() == Confidence.HIGH && cap != null) {
                grade = policy.worse(grade, cap);
            }
        }
        return grade;
    }

    private double coverage() {
        long judged = answers.stream().filter(ServiceScoring::isJudged).count();
        long unknown = answers.stream()
                .filter(answer -> answer.outcome() instanceof Outcome.Unknown)
                .count();
        return judged == 0 ? 0 : (double) judged / (judged + unknown);
    }

    private static boolean isJudged(Answer answer) {
        return !(answer.outcome() instanceof Outcome.Unknown) && !(answer.outcome() instanceof Outcome.NotApplicable);
    }
}
