package io.loadline.deploy;

import java.util.List;
import java.util.Optional;

/** The most that all pods of a namespace may have together, by resource as written: {@code limits.memory}, {@code pods}. */
public record Quota(Identity id, List<Limit> limits) implements Manifest {

    public Quota {
        limits = List.copyOf(limits);
    }

    /** One limit, in the base unit of its resource. */
    public record Limit(String resource, Amount amount) {}

    /** The limit of that resource. */
    public Optional<Amount> limit(String resource) {
        return limits.stream()
                .filter(l -> l.resource().equals(resource))
                .map(Limit::amount)
                .findFirst();
    }
}
