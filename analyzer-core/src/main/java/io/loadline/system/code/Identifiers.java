package io.loadline.system.code;

import io.loadline.code.Node;
import java.util.Optional;

/** What an identifier stands for inside one body: a value or the name of a type. */
final class Identifiers {

    private final CodeIndex index;
    private final ProjectType type;
    private final Names names;
    private final Variables variables;

    /** @param names what type names mean within the body */
    Identifiers(CodeIndex index, ProjectType type, Names names, Variables variables) {
        this.index = index;
        this.type = type;
        this.names = names;
        this.variables = variables;
    }

    /** The type of a local variable, parameter or field of that name, or of the object itself. */
    Optional<TypeRef> valueOf(String id) {
        if (id.equals("this")) {
            return Optional.of(type.self());
        }
        if (id.equals("super")) {
            return Optional.of(
                    type.supertypes().isEmpty()
                            ? TypeRef.OBJECT
                            : type.supertypes().get(0));
        }
        Optional<TypeRef> local = variables.find(id).map(Variables.Variable::type);
        return local.isPresent() ? local : index.fieldAround(type, id);
    }

    /** The type that an expression names, when it is the name of a type rather than a value. */
    Optional<TypeRef> typeNamed(Node node) {
        Optional<String> path = path(node);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        String head =
                path.get().contains(".") ? path.get().substring(0, path.get().indexOf('.')) : path.get();
        if (head.equals("this") || head.equals("super") || valueOf(head).isPresent()) {
            return Optional.empty();
        }
        return names.lookup(path.get());
    }

    private static Optional<String> path(Node node) {
        if (node instanceof Node.Name name) {
            return Optional.of(name.id());
        }
        if (node instanceof Node.TypeLiteral literal) {
            return Optional.of(literal.type().name());
        }
        return node instanceof Node.Select select
                ? path(select.target()).map(p -> p + "." + select.name())
                : Optional.empty();
    }
}
