package io.loadline.deploy;

import io.loadline.evidence.Location;

/**
 * A volume of a workload.
 *
 * @param source name of the claim, config map or secret, or the path on the host; empty when it has none
 * @param size limit or request in bytes
 */
public record Volume(String name, Kind kind, String source, Amount size, Location at) {

    /** What stands behind a volume. */
    public enum Kind {
        EMPTY_DIR,
        CONFIG_MAP,
        SECRET,
        CLAIM,
        /** A claim of its own for every replica. */
        CLAIM_PER_REPLICA,
        HOST_PATH,
        PROJECTED,
        OTHER
    }
}
