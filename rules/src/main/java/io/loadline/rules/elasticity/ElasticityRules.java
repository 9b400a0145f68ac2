package io.loadline.rules.elasticity;

import io.loadline.rule.Rule;
import java.util.List;

/** The rules of this room. */
public final class ElasticityRules {

    private ElasticityRules() {}

    /** All of them. */
    public static List<Rule<?>> all() {
        return List.of(
                new AutoscalerAbsentOrFrozen(),
                new CpuRequestMissingOrToken(),
                new HeapNotSizedToContainer(),
                new LivenessChecksDependency(),
                new ShutdownDropsTraffic(),
                new SingleReplicaService());
    }
}
