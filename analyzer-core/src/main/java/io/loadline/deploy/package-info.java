/**
 * Our own model of how the system is deployed: workloads, containers, probes, autoscalers, routes. Knows no file format.
 */
@NullMarked
package io.loadline.deploy;

import org.jspecify.annotations.NullMarked;
