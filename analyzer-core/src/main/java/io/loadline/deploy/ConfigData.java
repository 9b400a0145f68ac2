package io.loadline.deploy;

/**
 * Configuration that containers take in.
 *
 * @param secret whether it is kept as a secret; the values are then left out and only the keys remain
 */
public record ConfigData(Identity id, boolean secret, Labels entries) implements Manifest {}
