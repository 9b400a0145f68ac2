package io.loadline.evidence;

/**
 * One place that supports a statement, and what is to be seen there.
 *
 * @param label a short clause in plain words, such as {@code "loop over orders"}; never a secret
 */
public record Evidence(Location at, String label) {}
