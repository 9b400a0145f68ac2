package io.loadline.deploy;

import io.loadline.evidence.Location;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An environment variable of a container. The value may be a secret: it is used, never shown.
 *
 * @param value as written; absent when it comes from elsewhere
 * @param owner name of the config map or secret, path of the field; empty for a written value
 * @param key key inside the owner; empty for a written value
 */
public record EnvVar(String name, Source source, @Nullable String value, String owner, String key, Location at) {

    /** Where a value comes from. */
    public enum Source {
        WRITTEN,
        CONFIG_MAP,
        SECRET,
        /** A field of the pod or one of its resource limits. */
        FIELD,
        /** The shell that starts the workload. */
        HOST
    }

    /** The value, where it is written in place. */
    public Optional<String> written() {
        return Optional.ofNullable(value);
    }
}
