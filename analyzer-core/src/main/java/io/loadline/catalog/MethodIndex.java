package io.loadline.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things by the method they concern; the most particular name wins. */
final class MethodIndex<T> {

    private final Map<MethodName, List<T>> byName = new LinkedHashMap<>();

    void put(List<String> names, T value) {
        for (String name : names) {
            byName.computeIfAbsent(MethodName.parse(name), n -> new ArrayList<>())
                    .add(value);
        }
    }

    /** Those of {@code type#method/arguments}, else of {@code type#method}, else of {@code type#*}; constructors are not in {@code *}. */
    List<T> get(String type, String method, int arguments) {
        List<T> exact = named(type, method, arguments);
        List<T> named = exact.isEmpty() ? named(type, method, MethodName.ANY) : exact;
        return named.isEmpty() && !method.equals("new") ? named(type, "*", MethodName.ANY) : named;
    }

    private List<T> named(String type, String method, int arguments) {
        return List.copyOf(byName.getOrDefault(new MethodName(type, method, arguments), List.of()));
    }
}
