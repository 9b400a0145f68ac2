package io.loadline.deploy;

import io.loadline.evidence.Location;

/**
 * Variables taken from a whole config map, secret or file.
 *
 * @param owner name of the config map or secret, or the file's path relative to the audited root
 */
public record EnvFrom(Source source, String owner, String prefix, Location at) {

    /** What holds the variables. */
    public enum Source {
        CONFIG_MAP,
        SECRET,
        FILE
    }
}
