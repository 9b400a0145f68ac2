package io.loadline.deploy;

import io.loadline.evidence.Location;

/**
 * Which object a manifest describes.
 *
 * @param kind as written: {@code Deployment}; {@code service} for a Compose service
 * @param name may be a template that was not rendered
 * @param namespace empty when the manifest names none
 * @param environment what the path of the file suggests, such as {@code prod}; empty when it suggests nothing
 * @param at where the name stands
 */
public record Identity(
        String kind,
        String name,
        String namespace,
        String environment,
        Labels labels,
        Labels annotations,
        Location at) {

    /** Kind and name for people: {@code Deployment/orders}. */
    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
