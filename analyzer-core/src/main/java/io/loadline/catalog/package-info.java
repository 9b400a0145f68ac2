/**
 * What third-party APIs and platforms do, as data with sources. Knows no rule and no scanned file.
 */
@NullMarked
package io.loadline.catalog;

import org.jspecify.annotations.NullMarked;
