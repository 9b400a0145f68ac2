package io.loadline.rules.elasticity;

import io.loadline.deploy.Amount;
import io.loadline.deploy.ContainerDefaults;
import io.loadline.deploy.Resources;
import io.loadline.evidence.Proof;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.SystemModel;
import io.loadline.system.landscape.DeployedContainer;

/** Does this container ask for the CPU it needs? */
final class CpuRequestMissingOrToken extends Rule<DeployedContainer> {

    CpuRequestMissingOrToken() {
        super(
                DeployedContainer.class,
                new RuleCard(
                        "Does this container ask for the CPU it needs?",
                        Dimension.ELASTICITY,
                        Severity.MAJOR,
                        "0.1.0"));
    }

    private static final long TOKEN = 100;
    private static final long EXAMPLE = 500;

    @Override
    protected Outcome check(DeployedContainer container, SystemModel system) {
        Amount request = container.container().resources().cpuRequest();
        // The platform takes the limit for the request where only the limit is written.
        Amount counts =
                request.isStated() ? request : container.container().resources().cpuLimit();
        if (counts.isUnresolved()) {
            return Outcome.unknown("the CPU request of " + container.title());
        }
        if (counts.isStated()) {
            return counts.thousandths().orElse(Long.MAX_VALUE) >= TOKEN
                    ? Outcome.holds()
                    : breach(container, asked(container.container().resources()), counts);
        }
        boolean defaults = system.landscape().all(ContainerDefaults.class).stream()
                .anyMatch(d -> d.resources().cpuRequest().isStated()
                        && d.id().namespace()
                                .equals(container.in().workload().id().namespace()));
        return defaults ? Outcome.holds() : breach(container, "asks for no CPU", counts);
    }

    private static String asked(Resources resources) {
        Amount request = resources.cpuRequest();
        Amount limit = resources.cpuLimit();
        if (!request.isStated()) {
            return "asks for no CPU, so that its limit of %s counts".formatted(limit.text());
        }
        return limit.isStated()
                ? "asks for %s of a CPU, with a limit of %s".formatted(request.text(), limit.text())
                : "asks for %s of a CPU, without a limit".formatted(request.text());
    }

    /** No request may exceed the limit. */
    private static String remedy(Resources resources) {
        Amount limit = resources.cpuLimit();
        boolean fits = limit.thousandths().orElse(Long.MAX_VALUE) >= EXAMPLE;
        return fits
                ? "for example %sm".formatted(EXAMPLE)
                : "and raise the limit of %s or drop it where that is more".formatted(limit.text());
    }

    private static Outcome breach(DeployedContainer container, String what, Amount amount) {
        Proof proof =
                Proof.of(container.at(), "container " + container.container().name());
        return Outcome.breach(
                        container.at(),
                        container.key() + " cpu request",
                        amount.isStated() ? proof.and(amount.at(), amount.text()) : proof)
                .saying(
                        "%s %s.".formatted(container.title(), what),
                        "An autoscaler divides by the request: without one it does nothing, with a token one every start looks like a"
                                + " hundredfold peak; the scheduler packs nodes as if the process cost nothing.",
                        "Set resources.requests.cpu to what the process needs in steady state, %s."
                                .formatted(remedy(container.container().resources())))
                .in(container.in().environment().orElse(null));
    }
}
