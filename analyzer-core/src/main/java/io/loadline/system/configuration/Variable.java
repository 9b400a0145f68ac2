package io.loadline.system.configuration;

import io.loadline.evidence.Location;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An environment variable that a container is given.
 *
 * @param value as written; absent when it comes from somewhere that cannot be read
 * @param origin where an absent value comes from, as a clause: {@code "the secret orders-db"}; else empty
 */
public record Variable(String name, @Nullable String value, String origin, Location at) {

    /** A variable with its value. */
    public static Variable of(String name, String value, Location at) {
        return new Variable(name, value, "", at);
    }

    /** A variable whose value comes from somewhere that cannot be read. */
    public static Variable from(String name, String origin, Location at) {
        return new Variable(name, null, origin, at);
    }

    /** The value, where it is known. */
    public Optional<String> known() {
        return Optional.ofNullable(value);
    }
}
