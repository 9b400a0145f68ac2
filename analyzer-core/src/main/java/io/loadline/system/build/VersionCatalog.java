package io.loadline.system.build;

import io.loadline.source.Input;
import io.loadline.source.Input.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A Gradle version catalog: short names for artifacts, bundles of them, and plugins. */
final class VersionCatalog {

    private final Map<String, String> versions = new TreeMap<>();
    private final Map<String, Coordinates> libraries = new TreeMap<>();
    private final Map<String, List<String>> bundles = new TreeMap<>();
    private final Map<String, Coordinates> plugins = new TreeMap<>();

    static VersionCatalog of(Input.Gradle file) {
        VersionCatalog catalog = new VersionCatalog();
        file.statements().forEach(statement -> catalog.read("versions", statement));
        file.statements().forEach(statement -> catalog.read("libraries", statement));
        file.statements().forEach(statement -> catalog.read("bundles", statement));
        file.statements().forEach(statement -> catalog.read("plugins", statement));
        return catalog;
    }

    /** Versions by alias. */
    Map<String, String> versions() {
        return versions;
    }

    /** The artifacts that a reference without the catalog's own name means: {@code some.lib} or {@code bundles.some}. */
    List<Coordinates> artifacts(String reference) {
        if (reference.startsWith("bundles.")) {
            return bundles.getOrDefault(reference.substring("bundles.".length()), List.of()).stream()
                    .flatMap(alias -> library(alias).stream())
                    .toList();
        }
        return library(reference).stream().toList();
    }

    private Optional<Coordinates> library(String alias) {
        return Optional.ofNullable(libraries.get(normal(alias)));
    }

    /** The plugin that an alias means: its id stands for group and artifact. */
    Optional<Coordinates> plugin(String alias) {
        return Optional.ofNullable(plugins.get(normal(alias)));
    }

    private void read(String table, Statement statement) {
        int equals = statement.text().indexOf('=');
        if (equals < 0 || !statement.blocks().equals(List.of(table))) {
            return;
        }
        String alias = normal(statement.text().substring(0, equals).strip().replaceAll("['\"]", ""));
        String value = statement.text().substring(equals + 1).strip();
        switch (table) {
            case "versions" -> versions.put(alias, version(value));
            case "libraries" -> libraries.put(alias, library(value, "module"));
            case "plugins" -> plugins.put(alias, library(value, "id"));
            default -> bundles.put(alias, list(value));
        }
    }

    private Coordinates library(String value, String key) {
        Map<String, String> named =
                GradleText.bracketed(value).map(GradleText::named).orElse(Map.of());
        String whole = unquoted(named.isEmpty() ? value : named.getOrDefault(key, ""));
        String[] parts = whole.split(":", -1);
        String group = unquoted(named.getOrDefault("group", parts[0]));
        String artifact = unquoted(named.getOrDefault("name", parts.length > 1 ? parts[1] : parts[0]));
        String version = named.containsKey("version.ref")
                ? versions.getOrDefault(normal(unquoted(named.get("version.ref"))), "")
                : named.containsKey("version")
                        ? version(named.get("version"))
                        : parts.length > 2 || (key.equals("id") && parts.length == 2) ? parts[parts.length - 1] : "";
        return key.equals("id") ? new Coordinates(group, group, version) : new Coordinates(group, artifact, version);
    }

    private String version(String value) {
        Map<String, String> named =
                GradleText.bracketed(value).map(GradleText::named).orElse(Map.of());
        if (named.isEmpty()) {
            return unquoted(value);
        }
        if (named.containsKey("ref")) {
            return versions.getOrDefault(normal(unquoted(named.get("ref"))), "");
        }
        return unquoted(
                named.getOrDefault("prefer", named.getOrDefault("strictly", named.getOrDefault("require", ""))));
    }

    private static List<String> list(String value) {
        return GradleText.split(GradleText.bracketed(value).orElse(""), ',').stream()
                .map(VersionCatalog::unquoted)
                .toList();
    }

    private static String unquoted(String text) {
        return GradleText.literal(text).orElse(text);
    }

    private static String normal(String alias) {
        return alias.replace('-', '.').replace('_', '.');
    }
}
