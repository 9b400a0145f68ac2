/**
 * The audited directory as a sorted list of files. The only room that walks or reads the disk; knows nothing of what the files say.
 */
@NullMarked
package io.loadline.workspace;

import org.jspecify.annotations.NullMarked;
