package io.loadline.deploy;

import java.util.List;

/**
 * A claim for storage.
 *
 * @param accessModes as written, such as {@code ReadWriteOnce}
 * @param size in bytes
 */
public record VolumeClaim(Identity id, List<String> accessModes, Amount size, String storageClass) implements Manifest {

    public VolumeClaim {
        accessModes = List.copyOf(accessModes);
    }
}
