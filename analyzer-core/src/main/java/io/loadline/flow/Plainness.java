package io.loadline.flow;

/**
 * How little stands between a call and an operation; the smallest is the plainest.
 *
 * @param kept how long results on the way are kept
 * @param choices how many choices have to fall that way
 * @param length how many calls it takes
 */
record Plainness(Kept kept, int choices, int length) implements Comparable<Plainness> {

    static final Plainness HERE = new Plainness(Kept.NOT, 0, 0);

    /** A reader believes a way with a few more calls sooner than one with a choice. */
    private static final int CALLS_PER_CHOICE = 3;

    private static final int CHOICES_PER_FAILURE = 2;

    static Plainness of(Kept kept, Guards guards) {
        return new Plainness(kept, guards.choices() + (guards.afterFailure() ? CHOICES_PER_FAILURE : 0), 1);
    }

    Plainness and(Plainness other) {
        return new Plainness(kept.and(other.kept), choices + other.choices, length + other.length);
    }

    Plainness keeping(Kept more) {
        return new Plainness(kept.and(more), choices, length);
    }

    @Override
    public int compareTo(Plainness other) {
        int byKept = kept.compareTo(other.kept);
        return byKept != 0 ? byKept : Integer.compare(weight(), other.weight());
    }

    private int weight() {
        return CALLS_PER_CHOICE * choices + length;
    }
}
