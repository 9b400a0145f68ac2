package io.loadline.rules.communication;

import io.loadline.flow.RemoteCall;
import io.loadline.flow.Repetition;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.rules.Repeated;
import io.loadline.system.SystemModel;

/** Is this remote call made once, rather than once per element? */
final class RemoteCallInLoop extends Rule<RemoteCall> {

    RemoteCallInLoop() {
        super(
                RemoteCall.class,
                new RuleCard(
                        "Is this remote call made once, rather than once per element?",
                        Dimension.COMMUNICATION,
                        Severity.BLOCKER,
                        "0.1.0"));
    }

    @Override
    protected Outcome check(RemoteCall call, SystemModel system) {
        return call.repetition()
                .map(repetition -> Repeated.judge(repetition, system).orElseGet(() -> breach(call, repetition, system)))
                .orElseGet(Outcome::holds);
    }

    private static Outcome breach(RemoteCall call, Repetition repetition, SystemModel system) {
        Repeated.Cost cost = Repeated.cost(repetition, system, 200, 5);
        Outcome.Breach breach = Outcome.breach(call.at(), call.key(), repetition.proof())
                .saying(
                        repetition.others().isEmpty()
                                ? "%s is called over the network once for each %s."
                                        .formatted(repetition.work(), repetition.element())
                                : "%s are made over the network for each %s."
                                        .formatted(repetition.work(), repetition.element()),
                        Repeated.given(repetition, cost) + effect(repetition, cost),
                        Repeated.fix(
                                repetition,
                                "Ask for all %s in one call (a bulk endpoint that takes the keys); where each goes to another host, call them side by side with a limit."
                                        .formatted(repetition.elements())));
        return Repeated.weigh(breach, repetition, cost, call.reach());
    }

    private static String effect(Repetition repetition, Repeated.Cost cost) {
        String times = cost.times();
        return switch (repetition.pace()) {
            case ONE_BY_ONE ->
                " at 5 ms each the caller waits at least %s, and the called service gets %s times the traffic."
                        .formatted(cost.waiting(), times);
            case SIDE_BY_SIDE ->
                " the called service gets %s times the traffic, many calls at the same moment, and the slowest decides the wait."
                        .formatted(times);
            case HANDED_OVER ->
                " the called service gets %s times the traffic in a burst, and nothing here slows it down."
                        .formatted(times);
        };
    }
}
