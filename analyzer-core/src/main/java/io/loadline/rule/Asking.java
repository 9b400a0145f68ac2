package io.loadline.rule;

import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.system.Subject;
import io.loadline.system.SystemModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts every rule's question to every subject of its kind.
 *
 * @param answers in the order of rules, then of places
 * @param problems rules that failed, with the subject at which they did
 */
public record Asking(List<Answer> answers, List<Problem> problems) {

    public Asking {
        answers = List.copyOf(answers);
        problems = List.copyOf(problems);
    }

    /** Asks all rules. A rule that fails loses its own answer only. */
    public static Asking of(List<Rule<?>> rules, SystemModel system) {
        List<Answer> answers = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Rule<?> rule : rules) {
            ask(rule, system, answers, problems);
        }
        return new Asking(answers, problems);
    }

    /** The same answers with other severities for the rules of those ids. */
    public Asking weighing(Map<String, Severity> severities) {
        return new Asking(
                answers.stream()
                        .map(answer -> {
                            Severity other = severities.get(answer.rule());
                            return other == null
                                    ? answer
                                    : new Answer(
                                            answer.rule(),
                                            answer.card().weighing(other),
                                            answer.subject(),
                                            answer.outcome());
                        })
                        .toList(),
                problems);
    }

    private static <S extends Subject> void ask(
            Rule<S> rule, SystemModel system, List<Answer> answers, List<Problem> problems) {
        List<S> subjects;
        try {
            subjects = system.subjects(rule.kind());
        } catch (RuntimeException | StackOverflowError failure) {
            problems.add(failed(rule, Location.of(""), failure));
            return;
        }
        for (S subject : subjects) {
            try {
                answers.add(new Answer(rule.id(), rule.card(), subject, rule.judge(subject, system)));
            } catch (RuntimeException | StackOverflowError failure) {
                problems.add(failed(rule, subject.at(), failure));
                answers.add(new Answer(rule.id(), rule.card(), subject, Outcome.unknown("a fault in the rule mended")));
            }
        }
    }

    private static Problem failed(Rule<?> rule, Location at, Throwable failure) {
        String what = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return new Problem(at, "ask", "The rule %s failed here: %s".formatted(rule.id(), what));
    }
}
