package io.loadline.rules.elasticity;

import io.loadline.deploy.Amount;
import io.loadline.deploy.ContainerDefaults;
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
            long millicores = counts.thousandths().orElse(Long.MAX_VALUE);
            return millicores >= TOKEN
                    ? Outcome.holds()
                    : breach(container, "asks for %d thousandths of a CPU".formatted(millicores), counts);
        }
        boolean defaults = system.landscape().all(ContainerDefaults.class).stream()
                .anyMatch(d -> d.resources().cpuRequest().isStated()
                        && d.id().namespace()
                                .equals(container.in().workload().id().namespace()));
        return defaults ? Outcome.holds() : breach(container, "asks for no CPU", counts);
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
                        "Set resources.requests.cpu to what the process needs in steady state, for example 500m.")
                .in(container.in().environment().orElse(null));
    }
}
