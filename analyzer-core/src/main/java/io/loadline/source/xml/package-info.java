/**
 * XML into elements with positions. Never resolves entities or DTDs.
 */
@NullMarked
package io.loadline.source.xml;

import org.jspecify.annotations.NullMarked;
