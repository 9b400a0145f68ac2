/**
 * Modules of the audited system as their build files describe them, with dependency versions. Knows no deployment and no code.
 */
@NullMarked
package io.loadline.system.build;

import org.jspecify.annotations.NullMarked;
