/**
 * Whole-program questions over the system model: call paths, loop paths, configuration cones. Knows no rule.
 */
@NullMarked
package io.loadline.flow;

import org.jspecify.annotations.NullMarked;
