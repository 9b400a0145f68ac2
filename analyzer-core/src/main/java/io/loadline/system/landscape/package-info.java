/**
 * Services where they are deployed: workloads with what scales, exposes and starts them. Knows no rule and no file format.
 */
@NullMarked
package io.loadline.system.landscape;

import org.jspecify.annotations.NullMarked;
