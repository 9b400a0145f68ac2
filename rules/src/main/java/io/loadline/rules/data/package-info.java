/** Rules about data access: how many queries one request makes, how much they return and what is held meanwhile. */
@NullMarked
package io.loadline.rules.data;

import org.jspecify.annotations.NullMarked;
