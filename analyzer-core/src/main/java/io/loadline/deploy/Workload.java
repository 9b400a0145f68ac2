package io.loadline.deploy;

import java.util.List;

/**
 * Something that runs containers.
 *
 * @param replicas as stated; absent means the platform's default
 * @param selector which pods it takes for its own
 * @param termination grace period in seconds
 * @param minReady seconds that a new replica must be ready before it counts
 * @param containers including sidecars that are written as restarting init containers
 * @param initContainers those that end before the others start
 * @param dependsOn names of workloads that are started before, where the platform knows such an order
 */
public record Workload(
        Identity id,
        WorkloadKind kind,
        Amount replicas,
        Labels selector,
        Labels podLabels,
        Labels podAnnotations,
        Rollout rollout,
        Amount termination,
        Amount minReady,
        List<Container> containers,
        List<Container> initContainers,
        List<Volume> volumes,
        Placement placement,
        Batch batch,
        Serving serving,
        List<String> dependsOn)
        implements Manifest {

    public Workload {
        containers = List.copyOf(containers);
        initContainers = List.copyOf(initContainers);
        volumes = List.copyOf(volumes);
        dependsOn = List.copyOf(dependsOn);
    }
}
