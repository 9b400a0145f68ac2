/**
 * From answers to findings: one root cause, one finding; suppression and baseline. Knows no rule by name.
 */
@NullMarked
package io.loadline.verdict;

import org.jspecify.annotations.NullMarked;
