package io.loadline.system;

import io.loadline.evidence.Location;
import java.util.List;
import java.util.Optional;

/**
 * Something that a rule can ask about and a report can point at.
 *
 * <p>A subject's key names it within the system without lines, paths or class names, so that a finding survives moved lines and
 * renamed classes.
 */
public interface Subject {

    /** What this is, in words that stay the same when code is moved: {@code "findOrders > getForObject"}. */
    String key();

    /** Where a reviewer would point. */
    Location at();

    /** Where the same stands again: places that need the same change. */
    default List<Location> alsoAt() {
        return List.of();
    }

    /** Ids of the services that this is part of, sorted; empty when it belongs to none that is known. */
    List<String> services();

    /** What would have to be known before anything of it can be judged, as a clause; empty where it can. */
    default Optional<String> doubt() {
        return Optional.empty();
    }

    /** How the subject is reached by work from outside. */
    default Reach reach() {
        return Reach.WHOLE_SERVICE;
    }
}
