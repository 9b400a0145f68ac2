package io.loadline.fact.sql;

import io.loadline.source.Input.Element;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the keys of tables off a changelog of the database. */
final class Changelog {

    private final Map<String, Set<List<String>>> keys;

    Changelog(Map<String, Set<List<String>>> keys) {
        this.keys = keys;
    }

    void read(Element element) {
        switch (element.name()) {
            case "createTable", "addColumn" -> columns(element);
            case "addUniqueConstraint", "addPrimaryKey" ->
                element.attribute("columnNames").ifPresent(names -> key(element, List.of(names.split("\\s*,\\s*"))));
            case "createIndex" -> {
                if (isTrue(element, "unique")) {
                    key(
                            element,
                            element.children("column").stream()
                                    .flatMap(c -> c.attribute("name").stream())
                                    .toList());
                }
            }
            default -> element.children().forEach(this::read);
        }
    }

    private void columns(Element table) {
        List<String> primary = new ArrayList<>();
        for (Element column : table.children("column")) {
            String name = column.attribute("name").orElse("");
            for (Element constraints : column.children("constraints")) {
                if (isTrue(constraints, "primaryKey")) {
                    primary.add(name);
                }
                if (isTrue(constraints, "unique")) {
                    key(table, List.of(name));
                }
            }
        }
        if (!primary.isEmpty()) {
            key(table, primary);
        }
    }

    private void key(Element element, List<String> columns) {
        if (!columns.isEmpty()) {
            element.attribute("tableName")
                    .ifPresent(table -> keys.computeIfAbsent(table, t -> new LinkedHashSet<>())
                            .add(List.copyOf(columns)));
        }
    }

    private static boolean isTrue(Element element, String attribute) {
        return element.attribute(attribute).filter("true"::equals).isPresent();
    }
}
