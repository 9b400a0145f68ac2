package io.loadline.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Anything that only has to be recognised by name.
 *
 * @param as the word that rules ask for, such as {@code web-mvc}, {@code jpa}, {@code session-store} or {@code database-image}
 * @param artifacts {@code group:artifact} on the classpath
 * @param annotations qualified
 * @param types qualified
 * @param images image names without tag
 * @param properties configuration keys, {@code key}, {@code key=value} or {@code key=start*} for values that begin so
 */
public record Marker(
        String as,
        List<String> artifacts,
        List<String> annotations,
        List<String> types,
        List<String> images,
        List<String> properties) {
    public Marker {
        artifacts = CatalogFile.orEmpty(artifacts);
        annotations = CatalogFile.orEmpty(annotations);
        types = CatalogFile.orEmpty(types);
        images = CatalogFile.orEmpty(images);
        properties = CatalogFile.orEmpty(properties);
    }

    /** The keys that have one of the marked values, in the order of the marker. */
    public List<String> keysThatHold(Function<String, Optional<String>> values) {
        return properties.stream()
                .filter(property -> isMarked(property, values))
                .map(Marker::keyOf)
                .toList();
    }

    private static String keyOf(String property) {
        return property.contains("=") ? property.substring(0, property.indexOf('=')) : property;
    }

    private static boolean isMarked(String property, Function<String, Optional<String>> values) {
        String key = keyOf(property);
        String wanted = property.substring(Math.min(property.length(), key.length() + 1));
        Predicate<String> fits = wanted.endsWith("*")
                ? value -> value.strip().startsWith(wanted.substring(0, wanted.length() - 1))
                : value -> wanted.isEmpty() || value.strip().equalsIgnoreCase(wanted);
        return values.apply(key).filter(fits).isPresent();
    }
}
