package io.loadline.system.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One dependency as a build file writes it; texts are empty where nothing is written.
 *
 * @param optional whether users of the module do without it
 * @param exclusions {@code group:artifact} with {@code *} for any
 */
record Dependency(
        Coordinates coordinates,
        String scope,
        String type,
        String classifier,
        boolean optional,
        List<String> exclusions) {

    Dependency {
        exclusions = List.copyOf(exclusions);
    }

    static Dependency of(Coordinates coordinates) {
        return new Dependency(coordinates, "", "", "", false, List.of());
    }

    Dependency withVersion(String version) {
        return new Dependency(coordinates.withVersion(version), scope, type, classifier, optional, exclusions);
    }

    /** This, with more left out of what it brings along. */
    Dependency without(Collection<String> more) {
        List<String> all = new ArrayList<>(exclusions);
        all.addAll(more);
        return new Dependency(coordinates, scope, type, classifier, optional, all);
    }

    /** Whether it is a bill of materials that only manages versions. */
    boolean isImport() {
        return scope.equals("import");
    }

    /** Whether it is on the module's own class path outside tests. */
    boolean isMain() {
        return !scope.equals("test") && !isImport() && !type.equals("test-jar") && !classifier.equals("tests");
    }

    /** Whether those who use the module get it too. */
    boolean isPassedOn() {
        return isMain() && !optional && !scope.equals("provided") && !scope.equals("system");
    }

    /** What tells two dependencies of one module apart. */
    String identity() {
        return coordinates.key() + ":" + type + ":" + classifier;
    }

    /** This, with what is not written taken from the managed declaration. */
    Dependency managedBy(Dependency managed) {
        boolean versioned = !coordinates.version().isEmpty();
        return new Dependency(
                versioned ? coordinates : coordinates.withVersion(managed.coordinates.version()),
                scope.isEmpty() ? managed.scope : scope,
                type,
                classifier,
                optional,
                exclusions.isEmpty() ? managed.exclusions : exclusions);
    }

    /** Whether one of the patterns {@code group:artifact} matches. */
    static boolean isExcluded(String key, Iterable<String> patterns) {
        int colon = key.indexOf(':');
        for (String pattern : patterns) {
            int at = pattern.indexOf(':');
            if (matches(pattern.substring(0, at), key.substring(0, colon))
                    && matches(pattern.substring(at + 1), key.substring(colon + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, String text) {
        return pattern.isEmpty() || pattern.equals("*") || pattern.equals(text);
    }
}
