/**
 * Our own small model of Java: declarations, and bodies lowered to a structured form. No parser type, no resolution, no third-party API.
 */
@NullMarked
package io.loadline.code;

import org.jspecify.annotations.NullMarked;
