package io.loadline.system.code;

import java.util.List;
import java.util.Optional;

/** What name resolution needs to know of a type, whether it is the project's own, the JDK's or a library's. */
interface Shape {

    /** Qualified name. */
    String name();

    /** The type itself, without arguments. */
    default TypeRef raw() {
        return TypeRef.of(name());
    }

    /** Names of its type parameters. */
    List<String> typeParameters();

    /** The bounds of its type parameters, in their order; unknown where none is stated. */
    default List<TypeRef> bounds() {
        return List.of();
    }

    /** Direct supertypes, with arguments in terms of its own parameters. */
    List<TypeRef> supertypes();

    /** Own signatures of that name, not the inherited ones. */
    List<Signature> signatures(String name);

    /** The single abstract method of its own, for functional interfaces. */
    Optional<Signature> functional();

    /** The type of an own field. */
    Optional<TypeRef> field(String name);
}
