package io.loadline.rule;

import java.util.Locale;

/** How much a breach hurts under load, least first. */
public enum Severity {
    /** A hint; never fails a build. */
    INFO,
    /** Erodes head-room or cost. */
    MINOR,
    /** Limits an axis in normal growth. */
    MAJOR,
    /** A single occurrence on a hot path can stop the service or makes scaling out itself harmful. */
    BLOCKER;

    /** The word used in reports and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The milder of two. */
    public Severity atMost(Severity limit) {
        return compareTo(limit) <= 0 ? this : limit;
    }
}
