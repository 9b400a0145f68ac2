/** What services share: how much of it they ask for at most, and how much there is. */
@NullMarked
package io.loadline.flow.ledger;

import org.jspecify.annotations.NullMarked;
