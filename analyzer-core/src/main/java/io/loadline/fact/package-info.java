/**
 * What one file states, before anybody interprets it: the cache unit and the contract between files and linker.
 */
@NullMarked
package io.loadline.fact;

import org.jspecify.annotations.NullMarked;
