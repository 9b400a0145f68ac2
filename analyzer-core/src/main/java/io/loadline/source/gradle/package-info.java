/**
 * Gradle scripts and version catalogs into statements, without running anything.
 */
@NullMarked
package io.loadline.source.gradle;

import org.jspecify.annotations.NullMarked;
