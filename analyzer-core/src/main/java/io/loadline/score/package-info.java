/**
 * Level, score and forecast from findings and ceilings. The only room that knows weights.
 */
@NullMarked
package io.loadline.score;

import org.jspecify.annotations.NullMarked;
