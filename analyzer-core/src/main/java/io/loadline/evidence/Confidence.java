package io.loadline.evidence;

/** How sure a link or a finding is. The confidence of a chain is that of its weakest link: it is computed, never picked. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH;

    /** The weaker of two. */
    public Confidence and(Confidence other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The word used in reports and files: {@code low}, {@code medium}, {@code high}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
