package io.loadline.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Annotations on types and bean methods that decide whether there is a bean.
 *
 * @param as {@code property}: a configuration key has a value; {@code other-property}: it has not; {@code profile}: a profile is
 *     active; {@code other-profile}: it is not; {@code fallback}: nobody else makes such a bean; {@code open}: something that files
 *     do not tell
 * @param annotation qualified
 * @param keys members that name the keys or profiles, tried in order
 * @param prefix member that stands before each key
 * @param value member that holds the value; any but {@code false} where it is not written
 * @param missing member that says whether the condition holds where the key is not set; never where there is none
 */
public record Condition(
        String as,
        String annotation,
        List<String> keys,
        @Nullable String prefix,
        @Nullable String value,
        @Nullable String missing) {
    public Condition {
        keys = CatalogFile.orEmpty(keys);
    }
}
