package io.loadline.deploy;

import io.loadline.evidence.Location;
import java.util.List;

/**
 * Something that changes the number or the size of a workload's replicas.
 *
 * @param targetKind empty when not stated
 * @param idle replicas while there is nothing to do
 * @param fallback replicas while the metric cannot be read
 * @param cooldown seconds before going back to zero or idle
 * @param polling seconds between two looks at the metric
 * @param mode how recommendations are applied, as written; only for {@link Kind#SIZE}
 */
public record Autoscaler(
        Identity id,
        Kind kind,
        String targetKind,
        String targetName,
        Amount min,
        Amount max,
        List<Metric> metrics,
        Behavior behavior,
        Amount idle,
        Amount fallback,
        Amount cooldown,
        Amount polling,
        String mode)
        implements Manifest {

    public Autoscaler {
        metrics = List.copyOf(metrics);
    }

    /** What is changed, and by whom. */
    public enum Kind {
        /** The number of replicas, by metrics. */
        REPLICAS,
        /** The number of replicas, by events, down to zero. */
        EVENTS,
        /** One job per event. */
        JOBS,
        /** The requests of the containers. */
        SIZE
    }

    /**
     * What is looked at.
     *
     * @param type as written: {@code Resource}, {@code Pods}, {@code External} …, or the type of an event trigger
     * @param name metric or resource; empty when it has none
     * @param targetType {@code Utilization}, {@code AverageValue}, {@code Value}; empty when not stated
     * @param container whose resource it is; empty for the whole pod
     * @param parameters of an event trigger, as written
     */
    public record Metric(
            String type,
            String name,
            String targetType,
            Amount target,
            String container,
            Labels parameters,
            Location at) {}

    /**
     * How fast the number may change. Windows in seconds.
     *
     * @param upPolicies number of policies stated for growing
     * @param downPolicies number of policies stated for shrinking
     */
    public record Behavior(
            Amount upWindow,
            Amount downWindow,
            int upPolicies,
            int downPolicies,
            boolean upDisabled,
            boolean downDisabled) {}
}
