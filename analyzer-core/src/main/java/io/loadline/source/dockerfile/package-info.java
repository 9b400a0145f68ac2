/**
 * Dockerfiles into instructions. Knows their syntax, not what they build.
 */
@NullMarked
package io.loadline.source.dockerfile;

import org.jspecify.annotations.NullMarked;
