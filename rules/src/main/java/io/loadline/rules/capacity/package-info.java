/** Rules that compare numbers of different layers with each other. */
@NullMarked
package io.loadline.rules.capacity;

import org.jspecify.annotations.NullMarked;
