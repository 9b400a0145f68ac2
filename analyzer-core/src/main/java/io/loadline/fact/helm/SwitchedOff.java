package io.loadline.fact.helm;

/**
 * What a template would put out if a value were true.
 *
 * @param key of the value, from the top of the chart's values: {@code autoscaling.enabled}
 * @param at where the value is written, or else the start of what it switches
 */
record SwitchedOff(Sheet sheet, String key, Place at) {}
