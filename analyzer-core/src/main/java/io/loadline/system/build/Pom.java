package io.loadline.system.build;

import io.loadline.evidence.Location;
import io.loadline.source.Input.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A POM as it is written, placeholders and all, with the profiles that are active by default folded in.
 *
 * @param path of its file in the tree; empty for one from a repository
 * @param own texts are empty where the parent's hold
 * @param modules directories or files of the modules that it aggregates, in any profile
 * @param relativePath where the parent is said to lie; empty text to look into repositories only
 */
record Pom(
        String path,
        Coordinates own,
        @Nullable Coordinates parent,
        String relativePath,
        String packaging,
        List<String> modules,
        Map<String, String> properties,
        List<Dependency> managed,
        List<Dependency> dependencies,
        Map<String, Plugin> plugins,
        Map<String, Plugin> managedPlugins,
        String finalName,
        Location at) {

    private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";

    /**
     * A build plugin.
     *
     * @param release the Java release that its configuration names
     */
    record Plugin(String key, String version, String release) {
        Plugin managedBy(Plugin managed) {
            return new Plugin(
                    key, version.isEmpty() ? managed.version : version, release.isEmpty() ? managed.release : release);
        }
    }

    static Pom read(String path, Element root) {
        Element parent = root.child("parent").orElse(null);
        List<Element> parts = new ArrayList<>(List.of(root));
        parts.addAll(defaultProfiles(root));
        Map<String, String> properties = new LinkedHashMap<>();
        List<Dependency> managed = new ArrayList<>();
        List<Dependency> dependencies = new ArrayList<>();
        Map<String, Plugin> plugins = new LinkedHashMap<>();
        Map<String, Plugin> managedPlugins = new LinkedHashMap<>();
        for (Element part : parts) {
            below(part, "properties")
                    .forEach(e -> properties.put(e.name(), e.text().strip()));
            part.child("dependencyManagement")
                    .ifPresent(m -> below(m, "dependencies").forEach(d -> managed.add(dependency(d))));
            below(part, "dependencies").forEach(d -> dependencies.add(dependency(d)));
            part.child("build").ifPresent(build -> {
                plugins(build, plugins);
                build.child("pluginManagement").ifPresent(m -> plugins(m, managedPlugins));
            });
        }
        return new Pom(
                path,
                coordinates(root),
                parent == null ? null : coordinates(parent),
                parent == null ? "" : relativePath(parent),
                root.childText("packaging").orElse("jar"),
                modules(root),
                properties,
                managed,
                dependencies,
                plugins,
                managedPlugins,
                root.child("build").flatMap(b -> b.childText("finalName")).orElse(""),
                Location.of(path, root.child("artifactId").orElse(root).span()));
    }

    private static List<String> modules(Element root) {
        List<Element> parts = new ArrayList<>(List.of(root));
        parts.addAll(below(root, "profiles"));
        return parts.stream()
                .flatMap(part -> Stream.concat(below(part, "modules").stream(), below(part, "subprojects").stream()))
                .map(module -> module.text().strip())
                .filter(module -> !module.isEmpty())
                .toList();
    }

    private static List<Element> defaultProfiles(Element root) {
        return below(root, "profiles").stream()
                .filter(profile -> profile.child("activation")
                        .flatMap(a -> a.childText("activeByDefault"))
                        .filter("true"::equals)
                        .isPresent())
                .toList();
    }

    private static String relativePath(Element parent) {
        return parent.child("relativePath").map(e -> e.text().strip()).orElse("../pom.xml");
    }

    private static List<Element> below(Element element, String name) {
        return element.child(name).map(Element::children).orElse(List.of());
    }

    private static Coordinates coordinates(Element element) {
        return new Coordinates(
                element.childText("groupId").orElse(""),
                element.childText("artifactId").orElse(""),
                element.childText("version").orElse(""));
    }

    private static Dependency dependency(Element element) {
        List<String> exclusions = below(element, "exclusions").stream()
                .map(Pom::coordinates)
                .map(Coordinates::key)
                .toList();
        String type = element.childText("type").orElse("");
        return new Dependency(
                coordinates(element),
                element.childText("scope").orElse(""),
                type.equals("jar") ? "" : type,
                element.childText("classifier").orElse(""),
                element.childText("optional").filter("true"::equals).isPresent(),
                exclusions);
    }

    private static void plugins(Element build, Map<String, Plugin> into) {
        for (Element element : below(build, "plugins")) {
            Coordinates written = coordinates(element);
            String group = written.group().isEmpty() ? "org.apache.maven.plugins" : written.group();
            String key = group + ":" + written.artifact();
            into.put(key, new Plugin(key, written.version(), key.equals(COMPILER) ? release(element) : ""));
        }
    }

    private static String release(Element plugin) {
        Element configuration = plugin.child("configuration").orElse(null);
        if (configuration == null) {
            return "";
        }
        return configuration
                .childText("release")
                .or(() -> configuration.childText("target"))
                .or(() -> configuration.childText("source"))
                .orElse("");
    }
}
