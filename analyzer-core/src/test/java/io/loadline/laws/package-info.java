/** The laws that hold for the whole engine, as tests. */
@NullMarked
package io.loadline.laws;

import org.jspecify.annotations.NullMarked;
