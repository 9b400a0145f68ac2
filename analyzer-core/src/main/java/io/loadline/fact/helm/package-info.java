/**
 * Renders charts from their default values as far as that can be told without a cluster. Knows the template language, not what is deployed.
 */
@NullMarked
package io.loadline.fact.helm;

import org.jspecify.annotations.NullMarked;
