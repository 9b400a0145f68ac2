/** The command line: flags in, reports and an exit code out; judges nothing itself. */
@NullMarked
package io.loadline.cli;

import org.jspecify.annotations.NullMarked;
