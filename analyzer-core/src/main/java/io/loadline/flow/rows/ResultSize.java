package io.loadline.flow.rows;

/**
 * How many rows a query gives back, as far as its call, its declaration and its text tell.
 *
 * @param reason what the judgement rests on, as a clause; what would settle it where it is not known
 * @param extent which part of the table comes back, where nothing limits it
 * @param growth how the table grows
 */
public record ResultSize(Bound bound, String reason, Extent extent, Growth growth) {

    /** What is known of the number of rows. */
    public enum Bound {
        /** At most one row, or a number. */
        SINGLE,
        /** The call, the query or the table limits it. */
        BOUNDED,
        /** As many rows as match. */
        UNBOUNDED,
        /** It gives no rows, or reads them piece by piece. */
        NONE,
        UNKNOWN
    }

    /** Which part of a table a query reads. */
    public enum Extent {
        /** All of it. */
        WHOLE,
        /** What meets a condition that many rows may meet. */
        PART,
        /** What belongs to one parent. */
        ONE_PARENT
    }

    static final ResultSize NO_ROWS = of(Bound.NONE, "");

    static ResultSize of(Bound bound, String reason) {
        return new ResultSize(bound, reason, Extent.PART, Growth.UNKNOWN);
    }

    static ResultSize bounded(String reason) {
        return of(Bound.BOUNDED, reason);
    }

    static ResultSize single(String reason) {
        return of(Bound.SINGLE, reason);
    }

    static ResultSize unknown(String settledBy) {
        return of(Bound.UNKNOWN, settledBy);
    }
}
