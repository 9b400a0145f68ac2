package io.loadline.deploy;

/** What runs a workload's containers, and with that what replicas, rollouts and probes mean for it. */
public enum WorkloadKind {
    DEPLOYMENT,
    STATEFUL_SET,
    DAEMON_SET,
    JOB,
    CRON_JOB,
    /** A progressive delivery controller's replacement for a deployment. */
    ROLLOUT,
    /** A service that is scaled by its requests, to zero if allowed. */
    REQUEST_DRIVEN,
    DEPLOYMENT_CONFIG,
    POD,
    COMPOSE_SERVICE;

    /** Whether it is meant to run until it is stopped. */
    public boolean isLongRunning() {
        return this != JOB && this != CRON_JOB;
    }
}
