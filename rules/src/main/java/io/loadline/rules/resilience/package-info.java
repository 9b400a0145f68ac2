/** Rules about what a service does when others are slow or fail. */
@NullMarked
package io.loadline.rules.resilience;

import org.jspecify.annotations.NullMarked;
