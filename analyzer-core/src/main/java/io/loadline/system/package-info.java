/**
 * All facts joined into one model of the system: names resolved, services found, settings made effective. Knows no rule.
 */
@NullMarked
package io.loadline.system;

import org.jspecify.annotations.NullMarked;
