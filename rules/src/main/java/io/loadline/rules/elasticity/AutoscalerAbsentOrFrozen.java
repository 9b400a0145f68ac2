package io.loadline.rules.elasticity;

import io.loadline.deploy.Autoscaler;
import io.loadline.deploy.DormantAutoscaler;
import io.loadline.evidence.Location;
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

/** Does the number of replicas follow the load? */
final class AutoscalerAbsentOrFrozen extends Rule<DeployedWorkload> {

    AutoscalerAbsentOrFrozen() {
        super(
                DeployedWorkload.class,
                new RuleCard(
                        "Does the number of replicas follow the load?", Dimension.ELASTICITY, Severity.MAJOR, "0.1.0"));
    }

    @Override
    protected Outcome check(DeployedWorkload workload, SystemModel system) {
        if (system.isSingleton(workload.workload()) || !workload.isInterchangeable() || !workload.isExposed()) {
            return Outcome.notApplicable();
        }
        Optional<Autoscaler> scaler = workload.scaledBy();
        if (scaler.isPresent()) {
            return judge(workload, scaler.get());
        }
        boolean alone = OwnState.of(workload, system).isPresent()
                || !system.ask(MarkedTypes.QUERY)
                        .in(workload.service(), "singleton-tool")
                        .isEmpty();
        return alone ? Outcome.notApplicable() : absent(workload, system);
    }

    private static Outcome judge(DeployedWorkload workload, Autoscaler scaler) {
        if (scaler.min().isUnresolved() || scaler.max().isUnresolved()) {
            return Outcome.unknown("the bounds of the autoscaler of " + workload.title());
        }
        boolean bothOff = scaler.behavior().upDisabled() && scaler.behavior().downDisabled();
        boolean sameBounds = scaler.max().isStated() && workload.leastReplicas().equals(workload.mostReplicas());
        return bothOff || sameBounds ? frozen(workload, scaler) : Outcome.holds();
    }

    private static Outcome frozen(DeployedWorkload workload, Autoscaler scaler) {
        return Outcome.breach(
                        scaler.at(), workload.key() + " autoscaler", Proof.of(scaler.at(), "its bounds are the same"))
                .saying(
                        "The autoscaler of %s cannot move.".formatted(workload.title()),
                        "Peaks wait for a person, and quiet hours are paid in full.",
                        "Give it a maximum above the minimum.")
                .in(workload.environment().orElse(null));
    }

    private static Outcome absent(DeployedWorkload workload, SystemModel system) {
        Optional<DormantAutoscaler> dormant = system.landscape().dormantAutoscaler(workload.workload());
        Location at = dormant.map(DormantAutoscaler::offAt).orElse(workload.at());
        String why = dormant.map(off -> "its autoscaler is switched off by " + off.key())
                .orElse("no autoscaler names it");
        String fix = dormant.map(off -> "Switch it on: set %s to true.".formatted(off.key()))
                .orElse("Add a HorizontalPodAutoscaler or an event scaler on the signal that saturates first.");
        return Outcome.breach(
                        at, workload.key() + " autoscaler", Proof.of(at, why).and(workload.at(), workload.title()))
                .saying(
                        "Nothing changes the number of replicas of %s: %s.".formatted(workload.title(), why),
                        "People are the autoscaler: pages for peaks at night, and paid idle replicas otherwise.",
                        fix)
                .in(workload.environment().orElse(null));
    }
}
