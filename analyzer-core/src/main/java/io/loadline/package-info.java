/**
 * The front door of the engine: the flow of stages from a workspace to a report, and nothing else.
 */
@NullMarked
package io.loadline;

import org.jspecify.annotations.NullMarked;
