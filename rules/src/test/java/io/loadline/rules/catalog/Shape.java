package io.loadline.rules.catalog;

import io.loadline.catalog.CatalogFile.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A type shape taken apart, to be held against class files. */
record Shape(
        String name,
        String kind,
        List<String> formals,
        Map<String, String> bounds,
        List<Method> methods,
        List<String> fluent) {

    private static final Pattern METHOD = Pattern.compile("(?:<([\\w, ]+)> )?([^()]+) (\\w+)\\((.*)\\)");

    /** A method as the shape writes it. */
    record Method(String returned, String name, int parameters) {}

    static Shape of(TypeShape shape) {
        int open = shape.name().indexOf('<');
        String name = open < 0 ? shape.name() : shape.name().substring(0, open);
        List<String> formals = new ArrayList<>();
        Map<String, String> bounds = new TreeMap<>();
        String inside =
                open < 0 ? "" : shape.name().substring(open + 1, shape.name().length() - 1);
        for (String written : inside.isEmpty() ? new String[0] : inside.split(", ")) {
            String[] parts = written.split(" extends ");
            formals.add(parts[0]);
            if (parts.length > 1) {
                bounds.put(parts[0], parts[1]);
            }
        }
        return new Shape(
                name,
                shape.kind(),
                formals,
                bounds,
                shape.methods().stream().map(Shape::method).toList(),
                shape.fluent());
    }

    private static Method method(String text) {
        Matcher method = METHOD.matcher(text);
        if (!method.matches()) {
            throw new IllegalArgumentException("not a method signature: " + text);
        }
        return new Method(method.group(2), method.group(3), parameters(method.group(4)));
    }

    private static int parameters(String list) {
        String flat = list;
        while (flat.contains("<")) {
            flat = flat.replaceAll("<[^<>]*>", "");
        }
        return flat.isBlank() ? 0 : flat.split(",").length;
    }

    /** What is claimed and not so in any of the classes. */
    List<String> differences(List<ClassFile> classes, Function<ClassFile, List<ClassFile>> withSupertypes) {
        List<String> different = new ArrayList<>();
        if (classes.stream()
                .noneMatch(c -> c.kind.equals(kind)
                        && c.formals.equals(formals)
                        && c.bounds.entrySet().containsAll(bounds.entrySet()))) {
            different.add("found no " + kind + " with type parameters " + formals + " and bounds " + bounds);
        }
        for (Method method : methods) {
            if (declared(classes)
                    .noneMatch(m -> m.name().equals(method.name())
                            && m.parameters() == method.parameters()
                            && m.returned().equals(method.returned()))) {
                different.add("found no " + method);
            }
        }
        for (String self : fluent) {
            if (classes.stream()
                    .flatMap(c -> withSupertypes.apply(c).stream())
                    .flatMap(c -> c.methods.stream())
                    .noneMatch(m -> m.name().equals(self))) {
                different.add("found no method " + self);
            }
        }
        return different;
    }

    private static Stream<ClassFile.Method> declared(List<ClassFile> classes) {
        return classes.stream().flatMap(c -> c.methods.stream());
    }
}
