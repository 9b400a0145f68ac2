/**
 * Java source into {@link io.loadline.code.Unit}. The only room that may know the Java parser; knows no library, no rule and resolves nothing.
 */
@NullMarked
package io.loadline.source.java;

import org.jspecify.annotations.NullMarked;
