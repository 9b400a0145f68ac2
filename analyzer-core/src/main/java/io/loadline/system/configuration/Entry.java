package io.loadline.system.configuration;

import io.loadline.evidence.Location;

/**
 * One written configuration value.
 *
 * @param key as written, with dots between its parts
 * @param canonical the key in the form in which it is looked up
 * @param value as written, placeholders and all; may be a secret
 */
record Entry(String key, String canonical, String value, Location at) {

    static Entry of(String key, String value, Location at) {
        return new Entry(key, Key.canonical(key), value, at);
    }
}
