package io.loadline.rules.elasticity;

import io.loadline.deploy.Amount;
import io.loadline.deploy.Autoscaler;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Proof;
import io.loadline.flow.MarkedTypes;
import io.loadline.flow.OwnState;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.SystemModel;
import io.loadline.system.landscape.DeployedWorkload;
import java.util.Optional;
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
        if (least.getAsLong() >= 2) {
            return Outcome.holds();
        }
        return system.ask(MarkedTypes.QUERY)
                        .in(workload.service(), "singleton-tool")
                        .isEmpty()
                ? breach(workload, OwnState.of(workload, system))
                : Outcome.notApplicable();
    }

    private static Outcome breach(DeployedWorkload workload, Optional<Evidence> kept) {
        Amount stated = workload.scaledBy()
                .map(Autoscaler::min)
                .orElse(workload.workload().replicas());
        String field = workload.scaledBy().isPresent() ? "minReplicas" : "replicas";
        String by = stated.isStated()
                ? "%s: %s".formatted(field, stated.text())
                : "%s is not stated, and 1 by default".formatted(field);
        Proof proof = Proof.of(stated.at(), by);
        return Outcome.breach(
                        workload.at(),
                        workload.key() + " replicas",
                        kept.map(state -> proof.and(state.at(), state.label())).orElse(proof))
                .saying(
                        "%s serves requests with one replica (%s).".formatted(workload.title(), by),
                        "Every node drain, deployment and kill is an outage, and twice the load finds no head-room.",
                        kept.map(state ->
                                        "Move the state out first, since each replica would hold its own (%s); then run at least two replicas."
                                                .formatted(state.label()))
                                .orElse("Run at least two replicas (%s: 2) in different zones.".formatted(field)))
                .in(workload.environment().orElse(null));
    }
}
