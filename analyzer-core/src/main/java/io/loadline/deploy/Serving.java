package io.loadline.deploy;

/**
 * How a request-driven workload is scaled. Everything is absent for other workloads.
 *
 * @param concurrency requests at once per replica; 0 means no limit
 * @param timeout seconds for one request
 */
public record Serving(Amount minScale, Amount maxScale, Amount concurrency, Amount timeout) {}
