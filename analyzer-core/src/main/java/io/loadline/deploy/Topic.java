package io.loadline.deploy;

/** A message topic that is declared beside the workloads. */
public record Topic(Identity id, Amount partitions, Amount replicas) implements Manifest {}
