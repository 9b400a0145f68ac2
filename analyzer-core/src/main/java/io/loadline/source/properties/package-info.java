/**
 * Properties and environment files into keys and values. Knows nothing of what a key means.
 */
@NullMarked
package io.loadline.source.properties;

import org.jspecify.annotations.NullMarked;
