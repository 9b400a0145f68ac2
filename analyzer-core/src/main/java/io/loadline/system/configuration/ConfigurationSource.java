package io.loadline.system.configuration;

import io.loadline.evidence.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One document of a configuration file.
 *
 * @param profile that the file's name ends in; empty for a base file
 * @param condition on profiles that the document itself states; empty for none
 * @param entries in written order; of equal keys the last one counts
 * @param parents where keys stand that have others below them, by canonical key
 */
record ConfigurationSource(
        String path, String profile, String condition, List<Entry> entries, Map<String, Location> parents) {

    ConfigurationSource {
        entries = List.copyOf(entries);
    }

    /** The value of a canonical key. */
    Optional<Entry> entry(String canonical) {
        return entries.stream().filter(e -> e.canonical().equals(canonical)).reduce((first, last) -> last);
    }

    /** The same values for a file of that profile. */
    ConfigurationSource forProfile(String other) {
        return new ConfigurationSource(path, other, condition, entries, parents);
    }

    /** The same values, all of which stand at one place. */
    ConfigurationSource standingAt(Location at) {
        List<Entry> moved = entries.stream()
                .map(e -> new Entry(e.key(), e.canonical(), e.value(), at))
                .toList();
        return new ConfigurationSource(at.path(), profile, condition, moved, Map.of());
    }

    boolean isBase() {
        return profile.isEmpty() && condition.isEmpty();
    }
}
