package io.loadline.code;

import java.util.List;

/**
 * A type as it is written in the source, not yet resolved: {@code Map<String, Order>[]}.
 *
 * @param name the written name without arguments, simple or qualified; {@code "var"} for an inferred local, {@code "?"} for an
 *     unbounded wildcard (bounded wildcards carry their bound's name)
 * @param arguments written type arguments; empty for raw types and for the diamond
 * @param dimensions number of array dimensions
 */
public record TypeName(String name, List<TypeName> arguments, int dimensions) {

    public TypeName {
        arguments = List.copyOf(arguments);
    }

    /** A plain type without arguments. */
    public static TypeName of(String name) {
        return new TypeName(name, List.of(), 0);
    }

    /** The last part of the written name. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        String args = arguments.isEmpty()
                ? ""
                : "<"
                        + String.join(
                                ", ", arguments.stream().map(TypeName::toString).toList()) + ">";
        return name + args + "[]".repeat(dimensions);
    }
}
