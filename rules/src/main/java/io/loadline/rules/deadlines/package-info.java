/** Rules about time limits: whether anything can wait for ever. */
@NullMarked
package io.loadline.rules.deadlines;

import org.jspecify.annotations.NullMarked;
