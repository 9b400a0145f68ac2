package io.loadline.code;

import io.loadline.evidence.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A declared class, interface, enum, record or annotation type, also local and anonymous ones.
 *
 * @param qualifiedName package, enclosing types and own name joined by dots; a local class is {@code Outer.1Name} and an anonymous
 *     one {@code Outer.1}, numbered in source order within the outermost type
 * @param typeParameters names and, where written, first bounds
 * @param supertypes {@code extends} first, then {@code implements}; for an anonymous class the type that {@code new} names
 * @param fields fields, enum constants (typed as the enum) and record components (final), in source order
 * @param methods methods, constructors and initialisers, in source order
 * @param members nested types
 * @param span of the name
 */
public record TypeDecl(
        Kind kind,
        String qualifiedName,
        List<TypeParameter> typeParameters,
        List<TypeName> supertypes,
        Set<Modifier> modifiers,
        List<Annotation> annotations,
        List<FieldDecl> fields,
        List<MethodDecl> methods,
        List<TypeDecl> members,
        Span span) {

    /** What was declared. */
    public enum Kind {
        CLASS,
        INTERFACE,
        ENUM,
        RECORD,
        ANNOTATION
    }

    /**
     * A type parameter.
     *
     * @param bound the first written bound, {@code java.lang.Object} when none is written
     */
    public record TypeParameter(String name, TypeName bound) {}

    public TypeDecl {
        typeParameters = List.copyOf(typeParameters);
        supertypes = List.copyOf(supertypes);
        modifiers = modifiers.isEmpty() ? Set.of() : EnumSet.copyOf(modifiers);
        annotations = List.copyOf(annotations);
        fields = List.copyOf(fields);
        methods = List.copyOf(methods);
        members = List.copyOf(members);
    }

    /** The last part of the qualified name. */
    public String simpleName() {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    /** The first annotation written with that simple name. */
    public Optional<Annotation> annotation(String simpleName) {
        return annotations.stream()
                .filter(a -> a.simpleName().equals(simpleName))
                .findFirst();
    }
}
