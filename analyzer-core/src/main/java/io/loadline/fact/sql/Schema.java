package io.loadline.fact.sql;

import io.loadline.source.Input;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What files beside the code state of tables and queries.
 *
 * @param keys sets of columns of which no two rows share the values, by table; as written
 * @param statements texts of queries by the method that runs them, such as {@code shop.OrderMapper#findOpen}; parts that only some calls
 *     have are left as names in double braces
 * @param mappers names of the types whose methods run the statements
 */
public record Schema(Map<String, Set<List<String>>> keys, Map<String, String> statements, Set<String> mappers) {

    /** Nothing stated. */
    public static final Schema NONE = new Schema(Map.of(), Map.of(), Set.of());

    public Schema {
        keys = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        statements = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(statements));
        mappers = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(mappers));
    }

    /** Takes what is stated off the inputs of all files. */
    public static Schema observe(List<Input> inputs) {
        Map<String, Set<List<String>>> keys = new LinkedHashMap<>();
        Map<String, String> statements = new LinkedHashMap<>();
        Set<String> mappers = new LinkedHashSet<>();
        for (Input input : inputs) {
            if (input instanceof Input.Xml xml && xml.root().name().equals("databaseChangeLog")) {
                new Changelog(keys).read(xml.root());
            } else if (input instanceof Input.Xml xml && xml.root().name().equals("mapper")) {
                xml.root().attribute("namespace").ifPresent(namespace -> {
                    mappers.add(namespace);
                    statements.putAll(new MapperFile(namespace, xml.root()).statements());
                });
            }
        }
        return new Schema(keys, statements, mappers);
    }

    /** The text of the query that a method of a mapper runs. */
    public Optional<String> statement(String mapper, String method) {
        return Optional.ofNullable(statements.get(mapper + "#" + method));
    }
}
