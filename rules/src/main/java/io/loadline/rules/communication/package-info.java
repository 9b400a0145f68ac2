/** Rules about calls between services: how many one request makes, and through what. */
@NullMarked
package io.loadline.rules.communication;

import org.jspecify.annotations.NullMarked;
