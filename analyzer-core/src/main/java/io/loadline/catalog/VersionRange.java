package io.loadline.catalog;

import io.loadline.catalog.CatalogFile.Default;
import io.loadline.catalog.CatalogFile.PropertyDefault;
import io.loadline.catalog.CatalogFile.PropertyKey;
import io.loadline.catalog.CatalogFile.Requirement;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The versions {@code [from, below)} of an artifact.
 *
 * @param artifact {@code group:artifact}; empty where the range is open on both sides
 * @param from first version, empty for any
 * @param below first version beyond, empty for none
 */
public record VersionRange(String artifact, String from, String below) {

    /** The versions in which a default holds. */
    public static VersionRange of(Default value) {
        return of(value.artifact(), value.from(), value.below());
    }

    /** The versions in which a configuration key is read. */
    public static VersionRange of(PropertyKey key) {
        return of(key.artifact(), key.from(), key.below());
    }

    /** The versions in which a framework's key is read. */
    public static VersionRange of(PropertyDefault property) {
        return of(property.artifact(), property.from(), null);
    }

    /** The versions of a library that will do. */
    public static VersionRange of(Requirement requirement) {
        return of(requirement.artifact(), requirement.from(), requirement.below());
    }

    private static VersionRange of(@Nullable String artifact, @Nullable String from, @Nullable String below) {
        return new VersionRange(orEmpty(artifact), orEmpty(from), orEmpty(below));
    }

    /** Whether the version in use lies inside; empty when that decides and is not known. */
    public Optional<Boolean> includes(Function<String, Optional<String>> versions) {
        if (from.isEmpty() && below.isEmpty()) {
            return Optional.of(true);
        }
        return versions.apply(artifact).map(v -> Version.of(v).within(from, below));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
