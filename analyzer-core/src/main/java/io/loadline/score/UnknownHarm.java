package io.loadline.score;

import io.loadline.evidence.Confidence;
import io.loadline.rule.Answer;
import io.loadline.rule.Outcome;
import io.loadline.rule.Severity;
import io.loadline.system.Reach;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The harm that the unknowns of one service would do if all of them were breaches. One missing thing counts once per rule. */
final class UnknownHarm {

    private final ScorePolicy policy;
    private final SortedMap<String, List<Answer>> byMissingThing = new TreeMap<>();

    UnknownHarm(ScorePolicy policy, List<Answer> answers) {
        this.policy = policy;
        for (Answer answer : answers) {
            if (answer.outcome() instanceof Outcome.Unknown unknown) {
                byMissingThing
                        .computeIfAbsent(answer.rule() + "\0" + unknown.settledBy(), key -> new ArrayList<>())
                        .add(answer);
            }
        }
    }

    /** The share of the score that is lost, 0 to 1. */
    double share() {
        double left = 1;
        for (List<Answer> causes : byMissingThing.values()) {
            left *= 1 - policy.harm(severity(causes), Confidence.HIGH, reach(causes));
        }
        return 1 - left;
    }

    private static Severity severity(List<Answer> answers) {
        return Collections.max(
                answers.stream().map(answer -> answer.card().severity()).toList());
    }

    private static Reach reach(List<Answer> answers) {
        List<Reach> all =
                answers.stream().map(answer -> answer.subject().reach()).toList();
        return new Reach(
                Collections.max(all.stream().map(Reach::heat).toList()),
                all.stream()
                        .flatMap(reach -> reach.entries().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
