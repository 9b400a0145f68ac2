package io.loadline.flow;

/** How long results on a way to an operation are kept. */
public enum Kept {
    /** Every call pays. */
    NOT,
    /** The first call for each key pays. */
    PER_KEY,
    /** One call of the process pays. */
    ONCE;

    /** The longer of two. */
    Kept and(Kept other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
