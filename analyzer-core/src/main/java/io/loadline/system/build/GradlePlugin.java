package io.loadline.system.build;

import io.loadline.source.Input.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plugin named in a Gradle file.
 *
 * @param version empty text where it is not written
 */
record GradlePlugin(String id, String version) {

    private static final Pattern ID = Pattern.compile(
            "(?:id|kotlin)\\s*\\(?\\s*['\"]([\\w.-]+)['\"]\\s*\\)?(?:\\s*\\.?version\\s*\\(?(.+?)\\)?)?(?:\\s*\\.?apply\\s*\\(?\\s*(?:false|true)\\)?)?");
    private static final Pattern ALIAS = Pattern.compile("alias\\s*\\(?\\s*(\\w+)\\.plugins\\.([\\w.-]+).*");
    private static final Pattern APPLY =
            Pattern.compile("apply\\s*\\(?\\s*plugin\\s*[:=]\\s*['\"]?([\\w.-]+)['\"]?\\s*\\)?");
    private static final Pattern BARE = Pattern.compile("`?([a-z][\\w-]*)`?");

    /**
     * The plugin that a statement applies or gives a version to.
     *
     * @param catalogs by the name under which scripts use them
     */
    static Optional<GradlePlugin> read(
            Statement statement, GradleVariables variables, Map<String, VersionCatalog> catalogs) {
        Matcher apply = APPLY.matcher(statement.text());
        if (apply.matches()) {
            return Optional.of(new GradlePlugin(apply.group(1), ""));
        }
        if (!statement.blocks().contains("plugins")) {
            return Optional.empty();
        }
        Matcher alias = ALIAS.matcher(statement.text());
        if (alias.matches()) {
            return Optional.ofNullable(catalogs.get(alias.group(1)))
                    .flatMap(catalog -> catalog.plugin(alias.group(2)))
                    .map(found -> new GradlePlugin(found.group(), found.version()));
        }
        Matcher id = ID.matcher(statement.text());
        if (id.matches()) {
            String name = statement.text().startsWith("kotlin") ? "org.jetbrains.kotlin." + id.group(1) : id.group(1);
            String version = id.group(2) == null ? "" : variables.valueOf(id.group(2));
            return Optional.of(new GradlePlugin(name, Coordinates.isExact(version) ? version : ""));
        }
        Matcher bare = BARE.matcher(statement.text());
        return bare.matches() ? Optional.of(new GradlePlugin(bare.group(1), "")) : Optional.empty();
    }
}
