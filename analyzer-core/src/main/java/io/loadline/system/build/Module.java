package io.loadline.system.build;

import io.loadline.evidence.Location;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One module of the audited system.
 *
 * @param directory relative to the audited root, with {@code /}; empty for the root itself
 * @param coordinates {@code group:artifact}; the directory's name stands for what is not written
 * @param packaging {@code jar}, {@code war}, {@code pom} …
 * @param dependencies {@code group:artifact} to version, empty text where the version cannot be told; compile and run time, own and
 *     inherited, also those that dependencies bring along where the local repository tells; never test scope
 * @param projectDependencies directories of the modules that this one uses, direct and transitive, sorted
 * @param plugins {@code group:artifact} of build plugins to version
 * @param properties effective build properties
 * @param javaVersion the Java release that it is built for, where stated
 * @param finalName the name of the built archive without ending
 * @param at the module's own name in its build file
 */
public record Module(
        String directory,
        String coordinates,
        String version,
        String packaging,
        Map<String, String> dependencies,
        List<String> projectDependencies,
        Map<String, String> plugins,
        Map<String, String> properties,
        Optional<String> javaVersion,
        String finalName,
        Location at) {

    public Module {
        dependencies = sorted(dependencies);
        projectDependencies = List.copyOf(projectDependencies);
        plugins = sorted(plugins);
        properties = sorted(properties);
    }

    private static Map<String, String> sorted(Map<String, String> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }

    /** The artifact's name. */
    public String name() {
        return coordinates.substring(coordinates.indexOf(':') + 1);
    }

    /** The version of a dependency, where it is used and its version can be told. */
    public Optional<String> versionOf(String groupAndArtifact) {
        return Optional.ofNullable(dependencies.get(groupAndArtifact)).filter(v -> !v.isEmpty());
    }

    /** Whether the module uses that artifact. */
    public boolean uses(String groupAndArtifact) {
        return dependencies.containsKey(groupAndArtifact);
    }
}
