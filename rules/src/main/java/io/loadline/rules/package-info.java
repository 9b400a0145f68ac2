/** The standard rule pack; knows the model and the catalog, not the readers behind them. */
@NullMarked
package io.loadline.rules;

import org.jspecify.annotations.NullMarked;
