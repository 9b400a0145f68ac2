package io.loadline.system.build;

import io.loadline.system.build.Pom.Plugin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The work of making one POM effective: inheritance, then interpolation, then managed versions. */
final class PomAssembly {

    private final Pom pom;
    private final EffectivePoms poms;
    private final List<Pom> line;
    private final Map<String, String> written = new LinkedHashMap<>();
    private final Interpolation interpolation = new Interpolation(this::lookup);
    private final Releases releases = new Releases();

    PomAssembly(Pom pom, EffectivePoms poms) {
        this.pom = pom;
        this.poms = poms;
        this.line = poms.lineage(pom);
        for (int i = line.size() - 1; i >= 0; i--) {
            written.putAll(line.get(i).properties());
        }
    }

    EffectivePom effective() {
        Coordinates unread = line.get(line.size() - 1).parent();
        if (unread != null) {
            releases.add(interpolated(unread));
        }
        Map<String, Dependency> managed = managed();
        Map<String, Plugin> plugins = plugins();
        Map<String, String> properties = new TreeMap<>();
        written.keySet().forEach(key -> properties.put(key, interpolation.of("${" + key + "}")));
        return new EffectivePom(
                pom,
                coordinates(),
                properties,
                managed,
                dependencies(managed),
                versions(plugins),
                javaVersion(plugins),
                finalName(),
                releases);
    }

    private Coordinates coordinates() {
        return new Coordinates(
                interpolation.of("${project.groupId}"),
                interpolation.of(pom.own().artifact()),
                interpolation.of("${project.version}"));
    }

    private Optional<String> lookup(String name) {
        String key = name.startsWith("pom.") ? "project." + name.substring(4) : name;
        Coordinates parent = pom.parent();
        return switch (key) {
            case "project.groupId", "groupId" -> inherited(pom.own().group(), parent == null ? "" : parent.group());
            case "project.version", "version" -> inherited(pom.own().version(), parent == null ? "" : parent.version());
            case "project.artifactId", "artifactId" -> Optional.of(pom.own().artifact());
            case "project.parent.version", "parent.version" ->
                Optional.ofNullable(parent).map(Coordinates::version);
            case "project.parent.groupId", "parent.groupId" ->
                Optional.ofNullable(parent).map(Coordinates::group);
            default -> Optional.ofNullable(written.get(key));
        };
    }

    private static Optional<String> inherited(String own, String parents) {
        return Optional.of(own.isEmpty() ? parents : own);
    }

    private Map<String, Dependency> managed() {
        Map<String, Dependency> managed = new LinkedHashMap<>();
        List<Dependency> imports = new ArrayList<>();
        for (Pom each : line) {
            for (Dependency written : each.managed()) {
                Dependency dependency = interpolated(written);
                if (dependency.isImport()) {
                    imports.add(dependency);
                } else if (dependency.isMain()) {
                    managed.putIfAbsent(dependency.coordinates().key(), dependency);
                }
            }
        }
        for (Dependency each : imports) {
            Optional<EffectivePom> bom = poms.of(each.coordinates(), pom.path());
            bom.ifPresent(b -> b.managed().forEach(managed::putIfAbsent));
            if (bom.isEmpty()) {
                releases.add(each.coordinates());
            } else {
                releases.addAll(bom.get().releases());
            }
        }
        return managed;
    }

    private List<Dependency> dependencies(Map<String, Dependency> managed) {
        Map<String, Dependency> merged = new LinkedHashMap<>();
        for (int i = line.size() - 1; i >= 0; i--) {
            for (Dependency each : line.get(i).dependencies()) {
                Dependency dependency = interpolated(each);
                merged.put(dependency.identity(), dependency);
            }
        }
        return merged.values().stream().map(d -> complete(d, managed)).toList();
    }

    private Dependency complete(Dependency dependency, Map<String, Dependency> managed) {
        Dependency manager = managed.get(dependency.coordinates().key());
        Dependency filled = manager == null ? dependency : dependency.managedBy(manager);
        if (filled.coordinates().version().isEmpty()) {
            return releases.versionOf(filled.coordinates())
                    .map(filled::withVersion)
                    .orElse(filled);
        }
        return filled;
    }

    private Map<String, Plugin> plugins() {
        Map<String, Plugin> used = new TreeMap<>();
        Map<String, Plugin> managed = new TreeMap<>();
        for (int i = line.size() - 1; i >= 0; i--) {
            line.get(i).plugins().forEach((key, p) -> used.merge(key, p, (above, own) -> own.managedBy(above)));
            line.get(i)
                    .managedPlugins()
                    .forEach((key, p) -> managed.merge(key, p, (above, own) -> own.managedBy(above)));
        }
        used.replaceAll((key, plugin) -> plugin.managedBy(managed.getOrDefault(key, plugin)));
        managed.forEach((key, plugin) -> {
            if (!plugin.release().isEmpty()) {
                used.putIfAbsent(key, plugin);
            }
        });
        return used;
    }

    private Map<String, String> versions(Map<String, Plugin> plugins) {
        Map<String, String> versions = new TreeMap<>();
        plugins.values().forEach(plugin -> {
            Coordinates key = split(plugin.key());
            String version = interpolation.of(plugin.version());
            versions.put(
                    plugin.key(),
                    Coordinates.isExact(version)
                            ? version
                            : releases.versionOf(key).orElse(""));
        });
        return versions;
    }

    private static Coordinates split(String key) {
        int colon = key.indexOf(':');
        return new Coordinates(key.substring(0, colon), key.substring(colon + 1), "");
    }

    private String javaVersion(Map<String, Plugin> plugins) {
        List<String> places = new ArrayList<>(List.of("${maven.compiler.release}"));
        plugins.values().stream().map(Plugin::release).filter(r -> !r.isEmpty()).forEach(places::add);
        places.addAll(List.of("${maven.compiler.target}", "${maven.compiler.source}", "${java.version}"));
        return places.stream()
                .map(interpolation::of)
                .filter(v -> v.matches("(1\\.)?\\d{1,3}"))
                .findFirst()
                .map(v -> v.startsWith("1.") ? v.substring(2) : v)
                .orElse("");
    }

    private String finalName() {
        String written = line.stream()
                .map(Pom::finalName)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("${project.artifactId}-${project.version}");
        return interpolation.of(written);
    }

    private Dependency interpolated(Dependency d) {
        return new Dependency(
                interpolated(d.coordinates()),
                interpolation.of(d.scope()),
                d.type(),
                d.classifier(),
                d.optional(),
                d.exclusions());
    }

    private Coordinates interpolated(Coordinates c) {
        return new Coordinates(
                interpolation.of(c.group()), interpolation.of(c.artifact()), interpolation.of(c.version()));
    }
}
