/**
 * Where a statement about the scanned system comes from and how sure we are of it. Knows nothing of Java, files or rules.
 */
@NullMarked
package io.loadline.evidence;

import org.jspecify.annotations.NullMarked;
