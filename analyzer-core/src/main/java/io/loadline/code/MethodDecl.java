package io.loadline.code;

import io.loadline.evidence.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method, constructor ({@code <init>}), instance initialiser ({@code <instance>}) or static initialiser ({@code <clinit>}).
 *
 * @param returns the written return type; the type itself for constructors, {@code void} for initialisers
 * @param body absent for abstract and native methods
 * @param span of the name
 */
public record MethodDecl(
        String name,
        List<TypeDecl.TypeParameter> typeParameters,
        TypeName returns,
        List<Parameter> parameters,
        Set<Modifier> modifiers,
        List<Annotation> annotations,
        Node.@Nullable Block body,
        Span span) {

    /** The name of every constructor. */
    public static final String CONSTRUCTOR = "<init>";

    /**
     * A declared parameter of a method or lambda.
     *
     * @param type {@code var} where a lambda leaves it out
     */
    public record Parameter(String name, TypeName type, boolean varArgs, List<Annotation> annotations) {
        public Parameter {
            annotations = List.copyOf(annotations);
        }
    }

    public MethodDecl {
        typeParameters = List.copyOf(typeParameters);
        parameters = List.copyOf(parameters);
        modifiers = modifiers.isEmpty() ? Set.of() : EnumSet.copyOf(modifiers);
        annotations = List.copyOf(annotations);
    }

    /** The first annotation written with that simple name. */
    public Optional<Annotation> annotation(String simpleName) {
        return annotations.stream()
                .filter(a -> a.simpleName().equals(simpleName))
                .findFirst();
    }

    /** Whether this is a constructor. */
    public boolean isConstructor() {
        return name.equals(CONSTRUCTOR);
    }
}
