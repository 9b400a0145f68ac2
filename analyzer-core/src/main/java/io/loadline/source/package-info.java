/**
 * Bytes of one file into one {@link io.loadline.source.Input}. Knows syntax, never meaning.
 */
@NullMarked
package io.loadline.source;

import org.jspecify.annotations.NullMarked;
