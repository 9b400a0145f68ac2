/**
 * Reads our model of deployment off manifests, Compose files and Dockerfiles. Knows their vocabulary, not what to think of it.
 */
@NullMarked
package io.loadline.fact.deploy;

import org.jspecify.annotations.NullMarked;
