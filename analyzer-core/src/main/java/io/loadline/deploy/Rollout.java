package io.loadline.deploy;

/**
 * How replicas are replaced.
 *
 * @param type as written: {@code RollingUpdate}, {@code Recreate}, {@code canary} …; empty when not stated
 * @param maxSurge replicas, or per cent, above the wanted number
 * @param maxUnavailable replicas, or per cent, that may be missing
 * @param reference kind and name of the workload whose pods it takes over, as {@code Deployment/orders}; else empty
 */
public record Rollout(String type, Amount maxSurge, Amount maxUnavailable, String reference) {}
