package io.loadline.rules.elasticity;

import io.loadline.evidence.Proof;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.SystemModel;
import io.loadline.system.landscape.DeployedWorkload;
import java.util.OptionalLong;

/** Can one replica be lost without an outage? */
final class SingleReplicaService extends Rule<DeployedWorkload> {

    SingleReplicaService() {
        super(
                DeployedWorkload.class,
                new RuleCard(
                        "Can one replica be lost without an outage?", Dimension.ELASTICITY, Severity.MAJOR, "0.1.0"));
    }

    @Override
    protected Outcome check(DeployedWorkload workload, SystemModel system) {
        if (!workload.isExposed() || !workload.isInterchangeable() || system.isSingleton(workload.workload())) {
            return Outcome.notApplicable();
        }
        OptionalLong least = workload.leastReplicas();
        if (least.isEmpty()) {
            return Outcome.unknown("the number of replicas of " + workload.title());
        }
        return least.getAsLong() >= 2 ? Outcome.holds() : breach(workload, least.getAsLong());
    }

    private static Outcome breach(DeployedWorkload workload, long least) {
        String by = workload.scaledBy().isPresent()
                ? "its autoscaler may go down to %d".formatted(least)
                : "%d is stated or the default".formatted(least);
        return Outcome.breach(workload.at(), workload.key() + " replicas", Proof.of(workload.at(), by))
                .saying(
                        "%s serves requests with one replica.".formatted(workload.title()),
                        "Every node drain, deployment and kill is an outage, and twice the load finds no head-room.",
                        "Run at least two replicas (replicas: 2, or minReplicas: 2) in different zones.")
                .in(workload.environment().orElse(null));
    }
}
