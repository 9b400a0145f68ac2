package io.loadline.flow.ledger;

import io.loadline.evidence.Evidence;
import java.util.List;
import java.util.OptionalLong;

/**
 * How much of a resource there is.
 *
 * @param accepts all in all; empty where nothing states it
 * @param reserved of those, what services never get
 * @param source {@code declared}, {@code default} or {@code unknown}
 */
public record Supply(OptionalLong accepts, long reserved, String source, List<Evidence> evidence) {

    /** Nothing states it. */
    static final Supply UNKNOWN = new Supply(OptionalLong.empty(), 0, "unknown", List.of());

    public Supply {
        evidence = List.copyOf(evidence);
    }

    /** What services can have of it. */
    public OptionalLong usable() {
        return accepts.isPresent() ? OptionalLong.of(accepts.getAsLong() - reserved) : accepts;
    }
}
