package io.loadline.score;

/**
 * Whether the build may go on.
 *
 * @param policy as written, such as {@code new-major}
 * @param passed whether it may
 * @param sentence why, for people
 */
public record Gate(String policy, boolean passed, String sentence) {}
