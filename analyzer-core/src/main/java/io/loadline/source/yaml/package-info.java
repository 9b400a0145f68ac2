/**
 * YAML and JSON into trees with positions. The only room that may import the YAML parser.
 */
@NullMarked
package io.loadline.source.yaml;

import org.jspecify.annotations.NullMarked;
