/** The Maven goals: a build's parameters in, reports and a build result out; judges nothing itself. */
@NullMarked
package io.loadline.maven;

import org.jspecify.annotations.NullMarked;
