package io.loadline.system.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Versions of artifacts whose bill of materials cannot be read. Artifacts of one group that share the name's stem with the bill of
 * materials (or build plugin) are released together under its version.
 */
final class Releases {

    private static final List<String> ENDINGS =
            List.of("-dependencies", "-gradle-plugin", "-maven-plugin", "-bom", "-parent", "-platform", "-starter");

    private final TreeMap<String, List<Coordinates>> byGroup = new TreeMap<>();

    /** Remembers a bill of materials, parent or plugin that could not be read but has a version. */
    void add(Coordinates coordinates) {
        if (coordinates.isExact() && !isTrain(coordinates.version())) {
            byGroup.computeIfAbsent(coordinates.group(), g -> new ArrayList<>()).add(coordinates);
        }
    }

    /** Remembers all that another knows. */
    void addAll(Releases other) {
        other.byGroup.values().forEach(known -> known.forEach(this::add));
    }

    /** The version under which an artifact was released, where that can be told. */
    Optional<String> versionOf(Coordinates wanted) {
        for (String group = wanted.group(); ; group = wanted.group() + ".platform") {
            for (Coordinates known : byGroup.getOrDefault(group, List.of())) {
                String stem = stem(known.artifact());
                if (stem.isEmpty()
                        || wanted.artifact().equals(stem)
                        || wanted.artifact().startsWith(stem + "-")) {
                    return Optional.of(known.version());
                }
            }
            if (group.endsWith(".platform")) {
                return Optional.empty();
            }
        }
    }

    /**
     * The artifacts that all of a family rest on, of those families that the dependencies belong to: a group shares its first two
     * parts with theirs.
     */
    List<Coordinates> cores(Collection<String> groups) {
        return byGroup.values().stream()
                .flatMap(List::stream)
                .filter(known -> groups.stream().anyMatch(group -> isRelated(group, known.group())))
                .map(known -> new Coordinates(known.group(), stem(known.artifact()) + "-", known.version()))
                .flatMap(known -> core(known).stream())
                .toList();
    }

    private static boolean isRelated(String group, String other) {
        return List.of(group.split("\\.")).stream()
                .limit(2)
                .toList()
                .equals(List.of(other.split("\\.")).stream().limit(2).toList());
    }

    /** A train of separately versioned projects names itself by a word or a year, not by a version. */
    private static boolean isTrain(String version) {
        return !Character.isDigit(version.charAt(0)) || version.matches("(19|20)\\d\\d\\..*");
    }

    private static String stem(String artifact) {
        String stem = artifact;
        for (String ending : ENDINGS) {
            stem = stem.endsWith(ending) ? stem.substring(0, stem.length() - ending.length()) : stem;
        }
        stem = stem.endsWith("-starter") ? stem.substring(0, stem.length() - "-starter".length()) : stem;
        return List.of("bom", "parent", "platform", "dependencies").contains(stem) ? "" : stem;
    }

    /**
     * The artifact that all of a family rest on: {@code g.y:x-y} for {@code g.y:x-y-z}. Empty when the name is not of that form.
     */
    static Optional<Coordinates> core(Coordinates member) {
        String last = member.group().substring(member.group().lastIndexOf('.') + 1);
        String[] words = member.artifact().split("-", -1);
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < words.length - 1; i++) {
            prefix.append(i == 0 ? "" : "-").append(words[i]);
            if (words[i].equals(last)) {
                return Optional.of(new Coordinates(member.group(), prefix.toString(), member.version()));
            }
        }
        return Optional.empty();
    }
}
