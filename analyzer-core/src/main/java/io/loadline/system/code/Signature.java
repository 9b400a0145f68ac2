package io.loadline.system.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be called by a name on a type.
 *
 * @param owner qualified name of the declaring type
 * @param method the project's own method; absent for library and generated methods
 */
record Signature(
        String owner,
        String name,
        List<String> typeParameters,
        List<TypeRef> parameters,
        TypeRef returns,
        boolean varArgs,
        boolean isAbstract,
        @Nullable Method method) {

    Signature {
        typeParameters = List.copyOf(typeParameters);
        parameters = List.copyOf(parameters);
    }

    Optional<Method> projectMethod() {
        return Optional.ofNullable(method);
    }

    boolean accepts(int arguments) {
        return varArgs ? arguments >= parameters.size() - 1 : arguments == parameters.size();
    }

    /** The declared type of the argument at an index, spread for variable arguments. */
    TypeRef parameter(int index) {
        if (varArgs && index >= parameters.size() - 1) {
            return parameters.get(parameters.size() - 1).component();
        }
        return index < parameters.size() ? parameters.get(index) : TypeRef.UNKNOWN;
    }

    Signature bind(Map<String, TypeRef> bindings) {
        if (bindings.isEmpty()) {
            return this;
        }
        List<TypeRef> bound = parameters.stream().map(p -> p.bind(bindings)).toList();
        return new Signature(owner, name, typeParameters, bound, returns.bind(bindings), varArgs, isAbstract, method);
    }
}
