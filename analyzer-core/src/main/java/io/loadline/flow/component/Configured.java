package io.loadline.flow.component;

import io.loadline.system.Setting;
import java.util.Optional;

/** What configuration says to the code of one module. */
@FunctionalInterface
interface Configured {

    /** The effective value of a key; empty where nothing sets it. */
    Optional<Setting> lookup(String key);
}
