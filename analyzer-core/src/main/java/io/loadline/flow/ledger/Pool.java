package io.loadline.flow.ledger;

import io.loadline.evidence.Evidence;
import io.loadline.system.Setting;

/**
 * A pool of connections that a process makes from its configuration.
 *
 * @param key the configuration key of its address
 * @param address where it leads
 * @param size most connections that it opens
 */
record Pool(String key, Setting address, Setting size) {

    /** Where the address stands. */
    Evidence stands(Evidence otherwise) {
        return address.origin().isEmpty() ? otherwise : address.origin().get(0);
    }
}
