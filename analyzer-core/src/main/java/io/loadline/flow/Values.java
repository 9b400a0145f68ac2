package io.loadline.flow;

import io.loadline.code.Node;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The value of an expression as canonical text: a number, a duration such as {@code 5s}, or a word. */
final class Values {

    /** Something is written, but not what. */
    static final String SET = "set in code";

    private static final int DEEPEST = 5;
    private static final Map<String, String> UNITS = Map.of(
            "ofMillis",
            "ms",
            "ofSeconds",
            "s",
            "ofMinutes",
            "min",
            "ofHours",
            "h",
            "ofDays",
            "d",
            "ofNanos",
            "ns",
            "ofMilliseconds",
            "ms");

    private Values() {}

    static String of(Node node, Method method) {
        return value(node, method.owner(), 0).orElse(SET);
    }

    private static Optional<String> value(Node node, ProjectType type, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (node instanceof Node.Literal literal) {
            return Optional.of(literal.text().replaceAll("(?<=\\d)[lLfFdD]$", ""));
        }
        if (node instanceof Node.Cast cast) {
            return value(cast.value(), type, depth + 1);
        }
        if (node instanceof Node.Name name) {
            return field(type, name.id(), depth);
        }
        if (node instanceof Node.Select select) {
            return selected(select, type, depth);
        }
        if (node instanceof Node.Operation operation) {
            return computed(operation, type, depth);
        }
        if (node instanceof Node.Call call
                && UNITS.containsKey(call.name())
                && call.arguments().size() == 1) {
            return value(call.arguments().get(0), type, depth + 1)
                    .filter(v -> v.matches("-?\\d+"))
                    .map(v -> v + UNITS.get(call.name()));
        }
        return Optional.empty();
    }

    private static Optional<String> selected(Node.Select select, ProjectType type, int depth) {
        if (!(select.target() instanceof Node.Name owner)) {
            return Optional.empty();
        }
        if (owner.id().equals("this")) {
            return field(type, select.name(), depth);
        }
        if (select.name().equals("MAX_VALUE")) {
            return Optional.of(
                    owner.id().toLowerCase(Locale.ROOT).startsWith("l")
                            ? String.valueOf(Long.MAX_VALUE)
                            : String.valueOf(Integer.MAX_VALUE));
        }
        return type.names()
                .view()
                .findProject(type.names().qualified(owner.id()))
                .flatMap(t -> field(t, select.name(), depth));
    }

    private static Optional<String> field(ProjectType type, String name, int depth) {
        for (ProjectType around = type;
                around != null;
                around = around.enclosing().orElse(null)) {
            ProjectType owner = around;
            Optional<String> value = around.decl().fields().stream()
                    .filter(f -> f.name().equals(name) && f.modifiers().contains(io.loadline.code.Modifier.FINAL))
                    .flatMap(f -> Optional.ofNullable(f.initializer()).stream())
                    .map(init -> value(init, owner, depth + 1))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> computed(Node.Operation operation, ProjectType type, int depth) {
        if (operation.operator().equals("-") && operation.operands().size() == 1) {
            return value(operation.operands().get(0), type, depth + 1).map(v -> "-" + v);
        }
        if (!operation.operator().equals("*")) {
            return Optional.empty();
        }
        long product = 1;
        for (Node operand : operation.operands()) {
            Optional<String> factor = value(operand, type, depth + 1).filter(v -> v.matches("-?\\d{1,9}"));
            if (factor.isEmpty()) {
                return Optional.empty();
            }
            product *= Long.parseLong(factor.get());
        }
        return Optional.of(String.valueOf(product));
    }
}
