package io.loadline.system.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A resolved type.
 *
 * @param name qualified name with dots, a keyword for primitives, or a type variable's own name
 * @param arguments type arguments; empty when raw or not generic
 * @param dimensions array dimensions
 * @param isVariable whether {@code name} is a type variable that is not bound yet
 */
public record TypeRef(String name, List<TypeRef> arguments, int dimensions, boolean isVariable) {

    /** A type that could not be told. */
    public static final TypeRef UNKNOWN = new TypeRef("", List.of(), 0, false);

    static final TypeRef VOID = of("void");
    static final TypeRef INT = of("int");
    static final TypeRef BOOLEAN = of("boolean");
    static final TypeRef STRING = of("java.lang.String");
    static final TypeRef OBJECT = of("java.lang.Object");

    public TypeRef {
        arguments = List.copyOf(arguments);
    }

    /** A type without arguments. */
    public static TypeRef of(String name) {
        return new TypeRef(name, List.of(), 0, false);
    }

    /** A type with arguments. */
    public static TypeRef of(String name, List<TypeRef> arguments) {
        return new TypeRef(name, arguments, 0, false);
    }

    static TypeRef variable(String name) {
        return new TypeRef(name, List.of(), 0, true);
    }

    /** Whether the type could be told. */
    public boolean isKnown() {
        return !name.isEmpty();
    }

    boolean isArray() {
        return dimensions > 0;
    }

    TypeRef arrayOf(int more) {
        return more == 0 || !isKnown() ? this : new TypeRef(name, arguments, dimensions + more, isVariable);
    }

    /** What one element of an array is. */
    TypeRef component() {
        return new TypeRef(name, arguments, Math.max(0, dimensions - 1), isVariable);
    }

    /** The type argument at an index; unknown when raw. */
    public TypeRef argument(int index) {
        return index < arguments.size() ? arguments.get(index) : UNKNOWN;
    }

    /** The last part of the name. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** This type with variables replaced where the map binds them. */
    TypeRef bind(Map<String, TypeRef> bindings) {
        if (bindings.isEmpty()) {
            return this;
        }
        if (isVariable) {
            TypeRef bound = bindings.get(name);
            return bound == null ? this : bound.arrayOf(dimensions);
        }
        if (arguments.isEmpty()) {
            return this;
        }
        List<TypeRef> bound = new ArrayList<>(arguments.size());
        for (TypeRef argument : arguments) {
            bound.add(argument.bind(bindings));
        }
        return new TypeRef(name, bound, dimensions, false);
    }

    /** This type with every variable that is still unbound made unknown. */
    TypeRef closed() {
        if (isVariable) {
            return UNKNOWN;
        }
        if (isClosed()) {
            return this;
        }
        return new TypeRef(name, arguments.stream().map(TypeRef::closed).toList(), dimensions, false);
    }

    private boolean isClosed() {
        for (TypeRef argument : arguments) {
            if (argument.isVariable || !argument.isClosed()) {
                return false;
            }
        }
        return true;
    }

    /** Binds the variables of a declared type by matching it with an actual one; the first binding stands. */
    void infer(TypeRef actual, Map<String, TypeRef> bindings) {
        if (!actual.isKnown()) {
            return;
        }
        if (isVariable) {
            int depth = actual.dimensions - dimensions;
            if (depth >= 0) {
                bindings.putIfAbsent(name, new TypeRef(actual.name, actual.arguments, depth, actual.isVariable));
            }
            return;
        }
        for (int i = 0; i < Math.min(arguments.size(), actual.arguments.size()); i++) {
            arguments.get(i).infer(actual.arguments.get(i), bindings);
        }
    }

    /** The type without its arguments. */
    TypeRef raw() {
        return arguments.isEmpty() ? this : new TypeRef(name, List.of(), dimensions, isVariable);
    }

    /** What the parameters of a type stand for; where an argument is not known, as for {@code ?}, the parameter's bound. */
    static Map<String, TypeRef> bindings(Shape shape, List<TypeRef> arguments) {
        List<TypeRef> bounds = shape.bounds();
        if (bounds.isEmpty() || bounds.stream().noneMatch(TypeRef::isKnown)) {
            return bindings(shape.typeParameters(), arguments);
        }
        List<TypeRef> filled = new ArrayList<>();
        for (int i = 0; i < shape.typeParameters().size(); i++) {
            TypeRef given = i < arguments.size() ? arguments.get(i) : UNKNOWN;
            filled.add(given.isKnown() || i >= bounds.size() ? given : bounds.get(i));
        }
        return bindings(shape.typeParameters(), filled);
    }

    static Map<String, TypeRef> bindings(List<String> parameters, List<TypeRef> arguments) {
        if (parameters.isEmpty() || arguments.size() != parameters.size()) {
            return Map.of();
        }
        Map<String, TypeRef> bindings = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            bindings.put(parameters.get(i), arguments.get(i));
        }
        return bindings;
    }

    @Override
    public String toString() {
        String args = arguments.isEmpty()
                ? ""
                : "<"
                        + String.join(
                                ", ", arguments.stream().map(TypeRef::toString).toList()) + ">";
        return (isKnown() ? name : "?") + args + "[]".repeat(dimensions);
    }
}
