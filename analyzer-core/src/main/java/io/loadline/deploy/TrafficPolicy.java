package io.loadline.deploy;

/**
 * What a service mesh does on the way to a host.
 *
 * @param host that it applies to
 * @param outlierDetection whether failing replicas are taken out for a while
 * @param maxEjection per cent of the replicas that may be taken out
 */
public record TrafficPolicy(
        Identity id,
        String host,
        boolean outlierDetection,
        Amount maxEjection,
        Amount maxConnections,
        Amount maxPendingRequests,
        Amount maxRequestsPerConnection)
        implements Manifest {}
