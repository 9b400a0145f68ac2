/** Turns the examples on a rule's page into tests; knows no rule by name. */
@NullMarked
package io.loadline.testkit;

import org.jspecify.annotations.NullMarked;
