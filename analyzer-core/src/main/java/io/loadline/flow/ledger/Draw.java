package io.loadline.flow.ledger;

import io.loadline.evidence.Evidence;
import io.loadline.system.Setting;
import io.loadline.system.landscape.DeployedWorkload;
import java.util.OptionalLong;

/**
 * What one service may take of a shared resource.
 *
 * @param each most that one replica takes
 * @param at where the service says that it uses the resource
 */
public record Draw(DeployedWorkload workload, Setting each, Evidence at) {

    /** Taken by the most replicas that are meant to run; empty where their number or the pool's size is not known. */
    public OptionalLong steady() {
        return times(workload.mostReplicas());
    }

    /** Taken while all those replicas are being replaced. */
    public OptionalLong rollout() {
        OptionalLong replicas = workload.mostReplicas();
        return replicas.isEmpty()
                ? replicas
                : times(OptionalLong.of(replicas.getAsLong() + workload.surge(replicas.getAsLong())));
    }

    private OptionalLong times(OptionalLong replicas) {
        return replicas.isPresent() && each.number().isPresent()
                ? OptionalLong.of(Math.multiplyExact(
                        Math.min(replicas.getAsLong(), 1_000_000),
                        Math.min(each.number().get(), 1_000_000)))
                : OptionalLong.empty();
    }

    /** For people: {@code "Deployment/orders: 10 replicas x 10 connections"}. */
    public String title() {
        OptionalLong most = workload.mostReplicas();
        String replicas = most.isEmpty()
                ? "unknown replicas"
                : most.getAsLong() + (most.getAsLong() == 1 ? " replica" : " replicas");
        return "%s: %s x %s connections"
                .formatted(workload.title(), replicas, each.known().orElse("unknown"));
    }

    /** What is missing for the sum, as a clause; empty where nothing is. */
    public String missing() {
        if (workload.mostReplicas().isEmpty()) {
            return "the number of replicas of " + workload.title();
        }
        return each.number().isPresent() ? "" : "the pool size of " + workload.title();
    }
}
