package io.loadline.score;

import io.loadline.evidence.Confidence;
import io.loadline.rule.Answer;
import io.loadline.rule.Severity;
import io.loadline.system.Reach.Heat;
import io.loadline.verdict.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Random cases from a seed, so that a failing one can be repeated: the seed is part of the failure. */
final class Dice {

    private static final int CASES = 300;

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** Tries a law on many cases. */
    static void forAll(Consumer<Dice> law) {
        for (long seed = 0; seed < CASES; seed++) {
            try {
                law.accept(new Dice(seed));
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Rules of every level and some of none. */
    Said said(List<String> rules) {
        String[] services = IntStream.rangeClosed(0, upTo(1))
                .mapToObj(i -> "s" + upTo(2))
                .distinct()
                .sorted()
                .toArray(String[]::new);
        String[] entries = IntStream.range(0, upTo(4))
                .mapToObj(i -> "GET /" + upTo(9))
                .distinct()
                .sorted()
                .toArray(String[]::new);
        return Said.of(one(rules), "cause " + upTo(1))
                .severity(one(List.of(Severity.values())))
                .confidence(one(List.of(Confidence.values())))
                .environment(one(Arrays.asList(null, null, null, null, "prod", "staging")))
                .at("f" + upTo(3) + ".java", 1 + upTo(50))
                .in(services)
                .reach(one(List.of(Heat.values())), entries);
    }

    /** Answers of every kind. */
    List<Answer> answers(List<String> rules, int most) {
        List<Answer> answers = new ArrayList<>();
        for (int i = upTo(most); i > 0; i--) {
            Said said = said(rules);
            answers.add(
                    switch (upTo(7)) {
                        case 0 -> said.holds();
                        case 1 -> said.unknown("value " + upTo(2));
                        case 2 -> said.notApplicable();
                        case 3 -> said.opportunity();
                        default -> said.breach();
                    });
        }
        return answers;
    }
}
