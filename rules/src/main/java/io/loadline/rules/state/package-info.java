/** Rules about what one replica keeps to itself. */
@NullMarked
package io.loadline.rules.state;

import org.jspecify.annotations.NullMarked;
