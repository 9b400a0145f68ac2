package io.loadline.system;

import io.loadline.system.landscape.DeployedWorkload;
import io.loadline.system.service.Service;
import java.util.List;
import java.util.OptionalLong;

/** How many replicas of a service may run at once. */
public final class Replicas {

    private Replicas() {}

    /** The most that any of its workloads may grow to; empty where no manifest tells. */
    public static OptionalLong most(Service service, SystemModel system) {
        return most(service.services(), system);
    }

    /** The most that any workload of these services may grow to; empty where no manifest tells. */
    public static OptionalLong most(List<String> services, SystemModel system) {
        List<OptionalLong> all = system.subjects(DeployedWorkload.class).stream()
                .filter(w -> services.contains(w.service().id()))
                .map(DeployedWorkload::mostReplicas)
                .toList();
        boolean known = !all.isEmpty() && all.stream().allMatch(OptionalLong::isPresent);
        return known ? all.stream().mapToLong(OptionalLong::getAsLong).max() : OptionalLong.empty();
    }
}
