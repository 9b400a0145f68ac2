package io.loadline.deploy;

import io.loadline.evidence.Location;
import java.util.List;

/**
 * Where pods may run and how they are spread.
 *
 * @param spreads topology keys over which pods are spread
 * @param separations topology keys on which two pods must not, or had better not, share a place
 * @param tolerations keys of tolerated taints
 * @param ndots resolver option: names with fewer dots are tried with every search domain first
 */
public record Placement(
        Labels nodeSelector,
        List<Spread> spreads,
        List<Separation> separations,
        List<String> tolerations,
        boolean hostNetwork,
        Amount ndots) {

    public Placement {
        spreads = List.copyOf(spreads);
        separations = List.copyOf(separations);
        tolerations = List.copyOf(tolerations);
    }

    /** One topology spread constraint. */
    public record Spread(String topologyKey, boolean required, Location at) {}

    /** One anti-affinity term against other pods. */
    public record Separation(String topologyKey, boolean required, Location at) {}
}
