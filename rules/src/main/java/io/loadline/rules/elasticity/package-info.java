/** Rules about scaling out on a platform: replicas, requests, heap, probes and shutdown. */
@NullMarked
package io.loadline.rules.elasticity;

import org.jspecify.annotations.NullMarked;
