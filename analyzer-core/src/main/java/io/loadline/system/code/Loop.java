package io.loadline.system.code;

import io.loadline.code.Node;
import io.loadline.evidence.Span;

/**
 * A repetition: a loop statement, or a call that runs a function once per element.
 *
 * @param size what a reader would call the number of rounds: {@code orders}
 * @param over what it runs over; for a loop with a condition the condition
 * @param bound what is known of the number of rounds
 * @param count the number of rounds for {@link Bound#CONSTANT}, otherwise -1
 * @param concurrent whether rounds may overlap
 */
public record Loop(String size, Node over, Bound bound, int count, boolean concurrent, Span span) {

    /** What is known of the number of rounds, and what they are for. */
    public enum Bound {
        /** Fixed by the text: literals, constants, enum values. */
        CONSTANT,
        /** One round per piece of a split collection. */
        CHUNKED,
        /** Rounds repeat one thing until it succeeds. */
        RETRY,
        /** Rounds fetch the next page of one thing. */
        PAGED,
        /** Rounds wait for something or serve for ever. */
        POLLING,
        /** As many rounds as there is data. */
        DATA,
        /** It could not be told what it runs over. */
        UNKNOWN
    }
}
