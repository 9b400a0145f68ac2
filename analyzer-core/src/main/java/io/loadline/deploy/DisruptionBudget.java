package io.loadline.deploy;

/** How many replicas may be taken away at once on purpose; a number or per cent. */
public record DisruptionBudget(Identity id, Labels selector, Amount minAvailable, Amount maxUnavailable)
        implements Manifest {}
