package io.loadline.deploy;

/** What containers of a namespace get when they state nothing themselves. */
public record ContainerDefaults(Identity id, Resources resources) implements Manifest {}
