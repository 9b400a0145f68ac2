/**
 * Shell scripts into logical lines, without running anything.
 */
@NullMarked
package io.loadline.source.script;

import org.jspecify.annotations.NullMarked;
