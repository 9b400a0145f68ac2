package io.loadline.rules.resilience;

import io.loadline.evidence.Proof;
import io.loadline.flow.RetryPolicy;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.Reach.Heat;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import java.util.Optional;
import java.util.OptionalLong;

/** Do repeated attempts wait longer each time? */
final class RetryWithoutBackoff extends Rule<RetryPolicy> {

    RetryWithoutBackoff() {
        super(
                RetryPolicy.class,
                new RuleCard(
                        "Do repeated attempts wait longer each time?",
                        Dimension.RESILIENCE,
                        Severity.BLOCKER,
                        "0.1.0"));
    }

    @Override
    protected Outcome check(RetryPolicy policy, SystemModel system) {
        Optional<Setting> delay = policy.site().limit("delay");
        if (isOff(policy) || delay.isEmpty()) {
            return Outcome.notApplicable();
        }
        if (delay.get() instanceof Setting.Unresolved unresolved) {
            return Outcome.unknown(unresolved.why());
        }
        boolean once = policy.attempts().equals(OptionalLong.of(2));
        boolean none =
                delay.get().known().filter(d -> d.matches("0+(\\.0+)?[a-z]*")).isPresent();
        if (none) {
            return breach(policy, "repeats at once, without any pause", once ? Severity.MINOR : Severity.BLOCKER);
        }
        if (once) {
            return Outcome.holds();
        }
        Optional<Setting> growth = policy.site().limit("multiplier");
        if (growth.isPresent() && growth.get() instanceof Setting.Unresolved unresolved) {
            return Outcome.unknown(unresolved.why());
        }
        return grows(growth)
                ? Outcome.holds()
                : breach(
                        policy,
                        "repeats after a pause that never grows (%s)"
                                .formatted(delay.get().known().orElse("fixed")),
                        Severity.MAJOR);
    }

    private static boolean isOff(RetryPolicy policy) {
        return policy.site().limit("max-attempts").filter(s -> s.is("1")).isPresent()
                || policy.site().limit("max-retries").filter(s -> s.is("0")).isPresent()
                || policy.site().limit("enabled").filter(s -> s.is("false")).isPresent();
    }

    private static boolean grows(Optional<Setting> growth) {
        return growth.flatMap(Setting::known)
                .filter(text -> !text.matches("(0|1)(\\.0+)?"))
                .isPresent();
    }

    private static Outcome breach(RetryPolicy policy, String how, Severity severity) {
        OptionalLong attempts = policy.attempts();
        String load = attempts.isPresent()
                ? "%s attempts are %s times the load".formatted(attempts.getAsLong(), attempts.getAsLong())
                : "each further attempt is the whole load once more";
        boolean waits = severity != Severity.BLOCKER;
        boolean waitedFor =
                policy.reach().heat() == Heat.REQUEST || policy.reach().heat() == Heat.LISTENER || isDeclared(policy);
        Severity alone = waits ? Severity.MINOR : Severity.MAJOR;
        return Outcome.breach(policy.at(), policy.key(), Proof.of(policy.at(), how))
                .saying(
                        "%s %s.".formatted(policy.title(), how),
                        "Traffic multiplies exactly when the other side is weakest: %s on a service that already fails."
                                .formatted(load),
                        "Let the pause grow with each attempt, with a cap and jitter.")
                .atMost(waitedFor ? severity : alone);
    }

    /** A policy may be used anywhere; a loop is used where it stands. */
    private static boolean isDeclared(RetryPolicy policy) {
        return policy.site().made().isPresent()
                || !policy.site().component().limits().isEmpty();
    }
}
