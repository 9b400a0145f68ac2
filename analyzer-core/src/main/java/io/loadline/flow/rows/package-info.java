/**
 * How many rows queries give back, by their calls, their texts and what is known of the tables. Must not know any rule.
 */
@NullMarked
package io.loadline.flow.rows;

import org.jspecify.annotations.NullMarked;
