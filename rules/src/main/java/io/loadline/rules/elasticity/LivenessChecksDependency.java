package io.loadline.rules.elasticity;

import io.loadline.deploy.Probe;
import io.loadline.evidence.Proof;
import io.loadline.flow.HealthEndpoints;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.SystemModel;
import io.loadline.system.landscape.DeployedContainer;
import java.util.Optional;

/** Does the liveness probe ask about this process alone? */
final class LivenessChecksDependency extends Rule<DeployedContainer> {

    LivenessChecksDependency() {
        super(
                DeployedContainer.class,
                new RuleCard(
                        "Does the liveness probe ask about this process alone?",
                        Dimension.ELASTICITY,
                        Severity.BLOCKER,
                        "0.1.0"));
    }

    @Override
    protected Outcome check(DeployedContainer container, SystemModel system) {
        Optional<Probe> probe = container.container().probe(Probe.Role.LIVENESS);
        if (probe.isEmpty()) {
            return Outcome.notApplicable();
        }
        if (!(probe.get().handler() instanceof Probe.Http http)) {
            boolean plain =
                    probe.get().handler() instanceof Probe.Tcp || probe.get().handler() instanceof Probe.Grpc;
            return plain ? Outcome.holds() : Outcome.unknown("what the probe's command checks");
        }
        HealthEndpoints.Answer answer =
                system.ask(HealthEndpoints.QUERY).at(http.path(), container.in().service(), container.configuration());
        return switch (answer.scope()) {
            case PROCESS -> Outcome.holds();
            case UNKNOWN -> Outcome.unknown(answer.why());
            case DEPENDENCIES -> breach(container, probe.get(), http, answer, remedy(container, system));
        };
    }

    private static Outcome breach(
            DeployedContainer container, Probe probe, Probe.Http http, HealthEndpoints.Answer answer, String remedy) {
        Proof proof = Proof.of(probe.at(), "liveness asks " + http.path());
        for (var evidence : answer.evidence()) {
            proof = proof.and(evidence.at(), evidence.label());
        }
        return Outcome.breach(http.at(), container.key() + " liveness", proof)
                .saying(
                        "The liveness probe of %s depends on more than the process: %s."
                                .formatted(container.title(), answer.why()),
                        "A blip of the dependency restarts every replica at once: caches are cold, connections storm, and the outage grows.",
                        "Let liveness ask about the process only, %s, and readiness about the rest.".formatted(remedy))
                .in(container.in().environment().orElse(null));
    }

    /** The group of the process came with version 2.3 of the framework. */
    private static String remedy(DeployedContainer container, SystemModel system) {
        boolean hasGroup = HealthEndpoints.hasProcessGroup(container.in().service(), system);
        return hasGroup
                ? "such as /actuator/health/liveness"
                : "with a handler that answers by itself (this version has no /actuator/health/liveness)";
    }
}
