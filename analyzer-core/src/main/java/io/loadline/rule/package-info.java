/**
 * The contract between the engine and a rule: one rule asks one question of one kind of subject.
 */
@NullMarked
package io.loadline.rule;

import org.jspecify.annotations.NullMarked;
