package io.loadline.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Things by the method they concern; the most particular name wins. */
final class MethodIndex<T> {

    /** By type first: most types that code calls are in no catalog, and then nothing more has to be looked up. */
    private final Map<String, Map<MethodName, List<T>>> byType = new HashMap<>();

    void put(List<String> names, T value) {
        for (String name : names) {
            MethodName method = MethodName.parse(name);
            byType.computeIfAbsent(method.type(), t -> new HashMap<>())
                    .computeIfAbsent(method, m -> new ArrayList<>())
                    .add(value);
        }
    }

    /** Those of {@code type#method/arguments}, else of {@code type#method}, else of {@code type#*}; constructors are not in {@code *}. */
    List<T> get(String type, String method, int arguments) {
        Map<MethodName, List<T>> own = byType.get(type);
        if (own == null) {
            return List.of();
        }
        List<T> exact = named(own, type, method, arguments);
        List<T> named = exact.isEmpty() ? named(own, type, method, MethodName.ANY) : exact;
        return named.isEmpty() && !method.equals("new") ? named(own, type, "*", MethodName.ANY) : named;
    }

    private List<T> named(Map<MethodName, List<T>> own, String type, String method, int arguments) {
        return List.copyOf(own.getOrDefault(new MethodName(type, method, arguments), List.of()));
    }
}
