package io.loadline.deploy;

/**
 * What bounds a job. Everything is absent for workloads that are none.
 *
 * @param schedule as written, in cron form; empty for jobs that run once
 * @param concurrency as written: {@code Allow}, {@code Forbid}, {@code Replace}; empty when not stated
 * @param deadline seconds that one run may take
 * @param keptFor seconds after which a finished run is removed
 */
public record Batch(
        String schedule,
        String concurrency,
        Amount parallelism,
        Amount completions,
        Amount deadline,
        Amount retries,
        Amount keptFor) {}
