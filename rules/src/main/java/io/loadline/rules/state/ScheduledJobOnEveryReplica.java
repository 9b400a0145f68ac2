package io.loadline.rules.state;

import io.loadline.evidence.Evidence;
import io.loadline.evidence.Proof;
import io.loadline.flow.Reaches.Way;
import io.loadline.flow.ScheduledJob;
import io.loadline.rule.Dimension;
import io.loadline.rule.Outcome;
import io.loadline.rule.Rule;
import io.loadline.rule.RuleCard;
import io.loadline.rule.Severity;
import io.loadline.system.Replicas;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import java.util.List;
import java.util.OptionalLong;

/** Does this job run once, however many replicas there are? */
final class ScheduledJobOnEveryReplica extends Rule<ScheduledJob> {

    ScheduledJobOnEveryReplica() {
        super(
                ScheduledJob.class,
                new RuleCard(
                        "Does this job run once, however many replicas there are?",
                        Dimension.STATE,
                        Severity.BLOCKER,
                        "0.1.0"));
    }

    @Override
    protected Outcome check(ScheduledJob job, SystemModel system) {
        if (job.effect().isEmpty()) {
            return Outcome.notApplicable();
        }
        if (job.isGuarded()) {
            return Outcome.holds();
        }
        OptionalLong most = Replicas.most(job.services(), system);
        if (most.isEmpty()) {
            return Outcome.unknown("how many replicas run " + job.entry().id());
        }
        return most.getAsLong() <= 1
                ? Outcome.holds()
                : breach(job, job.effect().get(), most.getAsLong());
    }

    private static Outcome breach(ScheduledJob job, Way effect, long replicas) {
        Proof proof = Proof.of(job.at(), "runs in each replica");
        for (CallSite step : effect.sites()) {
            proof = proof.and(new Proof(List.of(new Evidence(step.at(), step.title())), effect.confidence()));
        }
        return Outcome.breach(job.at(), job.key(), proof)
                .saying(
                        "%s runs on up to %s replicas at once, and each time does %s."
                                .formatted(
                                        job.entry().id(),
                                        replicas,
                                        effect.operation().title()),
                        "Every replica repeats the effect: %s mails, bookings or scans instead of one, found at the first scale-out."
                                .formatted(replicas),
                        "Guard it with a lock that all replicas share, claim rows before working on them, or move it to a job of its own.");
    }
}
