package io.loadline.config;

/**
 * How often something happens.
 *
 * @param perSecond above 0
 */
public record Rate(double perSecond) {}
