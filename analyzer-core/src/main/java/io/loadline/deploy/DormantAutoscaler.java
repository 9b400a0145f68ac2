package io.loadline.deploy;

import io.loadline.evidence.Location;

/**
 * An autoscaler that a template describes and that its values switch off.
 *
 * @param autoscaler as it would be
 * @param key of the value that switches it
 * @param offAt where that value stands, or else the condition that asks for it
 */
public record DormantAutoscaler(Autoscaler autoscaler, String key, Location offAt) implements Manifest {

    @Override
    public Identity id() {
        return autoscaler.id();
    }
}
