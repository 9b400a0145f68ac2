package io.loadline.system.configuration;

import io.loadline.system.build.Paths;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the name of a configuration file says.
 *
 * @param stem name of a convention or of a service
 * @param profile that the name ends in; empty for none
 * @param ending how the file ends, weakest first
 */
record SourceName(String stem, String profile, int ending) {

    /** How a file ends, weakest first; negative where no configuration file ends so. */
    static int ending(String path) {
        List<String> endings = Conventions.ENDINGS;
        return endings.indexOf(
                endings.stream().filter(path::endsWith).findFirst().orElse(""));
    }

    /** The name of a file, where it starts with one of the stems; the longest one counts. */
    static Optional<SourceName> of(String path, Collection<String> stems) {
        String name = Paths.name(path);
        List<String> endings = Conventions.ENDINGS;
        int ending = ending(path);
        if (ending < 0) {
            return Optional.empty();
        }
        String bare = name.substring(0, name.length() - endings.get(ending).length());
        return stems.stream()
                .filter(stem -> !stem.isEmpty() && (bare.equals(stem) || bare.startsWith(stem + "-")))
                .max(Comparator.comparingInt(String::length))
                .map(stem -> new SourceName(
                        stem, bare.length() > stem.length() ? bare.substring(stem.length() + 1) : "", ending));
    }
}
