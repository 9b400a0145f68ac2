package io.loadline.system.build;

import io.loadline.source.Input;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The Gradle files of a tree by what they are for. */
final class GradleFiles {

    private static final String CATALOG = ".versions.toml";
    private static final List<String> ENDINGS = List.of(".gradle", ".gradle.kts");

    private final Map<String, Input.Gradle> scripts = new TreeMap<>();
    private final Map<String, Input.Properties> properties = new TreeMap<>();
    private final TreeSet<String> folders = new TreeSet<>();

    GradleFiles(Collection<String> paths, Collection<? extends Input> inputs) {
        for (Input input : inputs) {
            if (input instanceof Input.Gradle gradle) {
                scripts.put(input.path(), gradle);
            } else if (input instanceof Input.Properties file
                    && Paths.name(input.path()).equals("gradle.properties")) {
                properties.put(input.path(), file);
            }
        }
        for (String path : paths) {
            String folder = Paths.folder(path);
            while (folders.add(folder)) {
                folder = Paths.folder(folder);
            }
        }
    }

    boolean hasFolder(String folder) {
        return folders.contains(folder);
    }

    /** Folders that hold the script of that name, {@code build} or {@code settings}. */
    List<String> folders(String script) {
        List<String> found = new ArrayList<>();
        for (String path : scripts.keySet()) {
            String name = Paths.name(path);
            if (ENDINGS.stream().anyMatch(ending -> name.equals(script + ending))
                    && !("/" + path).contains("/buildSrc/")
                    && !("/" + path).contains("/src/main/")) {
                found.add(Paths.folder(path));
            }
        }
        return found;
    }

    /** The script of that name, in Groovy or in Kotlin. */
    Optional<Input.Gradle> script(String folder, String name) {
        return ENDINGS.stream()
                .map(ending -> scripts.get(Paths.child(folder, name + ending)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    Optional<Input.Gradle> at(String path) {
        return Optional.ofNullable(scripts.get(path));
    }

    /** The script that a plugin id means when the build itself holds the plugin. */
    Optional<Input.Gradle> convention(String pluginId) {
        return scripts.entrySet().stream()
                .filter(e -> e.getKey().contains("/src/main/")
                        && ENDINGS.stream()
                                .anyMatch(ending -> Paths.name(e.getKey()).equals(pluginId + ending)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    Optional<Input.Properties> properties(String folder) {
        return Optional.ofNullable(properties.get(Paths.child(folder, "gradle.properties")));
    }

    /** Version catalogs of a root project, by the name under which scripts use them. */
    Map<String, VersionCatalog> catalogs(String folder) {
        String place = Paths.child(folder, "gradle");
        Map<String, VersionCatalog> catalogs = new TreeMap<>();
        scripts.forEach((path, file) -> {
            if (path.endsWith(CATALOG) && Paths.folder(path).equals(place)) {
                String name = Paths.name(path);
                catalogs.put(name.substring(0, name.length() - CATALOG.length()), VersionCatalog.of(file));
            }
        });
        return catalogs;
    }
}
