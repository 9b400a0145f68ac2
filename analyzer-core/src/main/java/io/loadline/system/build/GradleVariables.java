package io.loadline.system.build;

import io.loadline.source.Input;
import io.loadline.source.Input.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that a Gradle build gives to versions and the like. */
final class GradleVariables {

    private static final Pattern DEFINITION = Pattern.compile(
            "(?:(?:def|val|var|String|final|const|private)\\s+){0,3}([\\w.\\[\\]'\"-]+?)(?:\\s*:\\s*\\w+)?\\s*=(?!=)\\s*(.+)",
            Pattern.DOTALL);
    private static final Pattern BY_EXTRA =
            Pattern.compile("va[lr]\\s+(\\w+)(?:\\s*:\\s*\\w+)?\\s+by\\s+extra\\s*\\((.+)\\)", Pattern.DOTALL);
    private static final Pattern SET = Pattern.compile(
            "(?:(?:project\\.)?(?:ext|extra)\\.)?set\\s*\\(?\\s*['\"]([\\w.-]+)['\"]\\s*,\\s*(.+?)\\)?");

    private static final int LIMIT_NESTING = 8;

    private final Map<String, String> templates = new TreeMap<>();
    private final Interpolation interpolation = new Interpolation(this::template);

    private Optional<String> template(String reference) {
        return Optional.ofNullable(templates.get(GradleText.name(reference)));
    }

    /** Takes over what a properties file defines. */
    void define(Input.Properties file) {
        file.documents()
                .forEach(document -> document.forEach(property -> templates.put(property.key(), property.value())));
    }

    /** Takes over what statements define; later ones win. */
    void define(List<Statement> statements) {
        statements.forEach(this::define);
    }

    private void define(Statement statement) {
        String block = statement.blocks().isEmpty()
                ? ""
                : statement.blocks().get(statement.blocks().size() - 1);
        boolean defines = List.of("", "ext", "extra", "buildscript").contains(block);
        if (!defines) {
            return;
        }
        Matcher set = SET.matcher(statement.text());
        Matcher extra = BY_EXTRA.matcher(statement.text());
        Matcher definition = DEFINITION.matcher(statement.text());
        if (set.matches()) {
            define(set.group(1), set.group(2));
        } else if (extra.matches()) {
            define(extra.group(1), extra.group(2));
        } else if (definition.matches()) {
            define(definition.group(1), definition.group(2));
        }
    }

    private void define(String reference, String expression) {
        define(GradleText.name(reference), expression, 0);
    }

    private void define(String name, String expression, int depth) {
        Map<String, String> members = depth > LIMIT_NESTING
                ? Map.of()
                : GradleText.bracketed(expression).map(GradleText::named).orElse(Map.of());
        if (members.isEmpty()) {
            templates.put(name, GradleText.template(expression));
        } else {
            members.forEach((key, value) -> define(name + "." + key, value, depth + 1));
        }
    }

    /** Takes over versions of a catalog. */
    void define(String catalog, VersionCatalog versions) {
        versions.versions().forEach((alias, version) -> templates.put(catalog + ".versions." + alias, version));
    }

    /** What an expression comes to; placeholders stay for what cannot be told. */
    String valueOf(String expression) {
        return interpolation.of(GradleText.template(expression));
    }

    /** Every name with what it comes to. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        templates.keySet().forEach(name -> values.put(name, interpolation.of("${" + name + "}")));
        return values;
    }
}
