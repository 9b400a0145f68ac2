/**
 * One report document and the renderers that show it. Renderers decide nothing.
 */
@NullMarked
package io.loadline.report;

import org.jspecify.annotations.NullMarked;
