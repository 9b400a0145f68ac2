package io.loadline.system;

import java.util.List;

/**
 * Which work from outside passes through a place in the code.
 *
 * @param heat the hottest way in
 * @param entries ids of the entry points from which the place is reached, sorted
 */
public record Reach(Heat heat, List<String> entries) {

    /** Configuration that concerns a service as a whole. */
    public static final Reach WHOLE_SERVICE = new Reach(Heat.WHOLE_SERVICE, List.of());

    /** No entry point is known to lead here. */
    public static final Reach UNKNOWN = new Reach(Heat.UNKNOWN, List.of());

    public Reach {
        entries = List.copyOf(entries);
    }

    /** How often a place is passed, by the kind of the hottest entry point that leads to it. */
    public enum Heat {
        /** Only when the process starts. */
        STARTUP,
        /** By a timer. */
        BACKGROUND,
        /** Nothing is known. */
        UNKNOWN,
        /** By messages from a broker. */
        LISTENER,
        /** While somebody waits for an answer. */
        REQUEST,
        /** Always: configuration of the whole service. */
        WHOLE_SERVICE
    }
}
