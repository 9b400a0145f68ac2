package io.loadline.system.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type of the JDK or of a library.
 *
 * @param encloses whether its class file declares types inside it
 */
record LibraryShape(
        String name,
        List<String> typeParameters,
        List<TypeRef> bounds,
        List<TypeRef> supertypes,
        Map<String, List<Signature>> methods,
        Map<String, TypeRef> fields,
        boolean encloses)
        implements Shape {

    @Override
    public List<Signature> signatures(String method) {
        return methods.getOrDefault(method, List.of());
    }

    @Override
    public Optional<Signature> functional() {
        List<Signature> open = methods.values().stream()
                .flatMap(List::stream)
                .filter(Signature::isAbstract)
                .filter(s -> !s.name().equals("equals"))
                .toList();
        return open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty();
    }

    @Override
    public Optional<TypeRef> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }
}
