/**
 * Puts together what kustomizations deploy: bases with the patches, names and numbers of their overlays. Runs and fetches nothing, and
 * does not know what the objects mean.
 */
@NullMarked
package io.loadline.fact.kustomize;

import org.jspecify.annotations.NullMarked;
