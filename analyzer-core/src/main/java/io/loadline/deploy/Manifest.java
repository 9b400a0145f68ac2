package io.loadline.deploy;

import io.loadline.evidence.Location;

/** One object of a deployment, as its manifest describes it. */
public sealed interface Manifest
        permits Autoscaler,
                ConfigData,
                ContainerDefaults,
                DisruptionBudget,
                DormantAutoscaler,
                Quota,
                Route,
                Topic,
                TrafficPolicy,
                VolumeClaim,
                Workload {

    Identity id();

    /** Where a reviewer would point for what concerns the whole object. */
    default Location at() {
        return id().at();
    }
}
