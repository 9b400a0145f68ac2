package io.loadline.code;

import io.loadline.evidence.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field, enum constant or record component.
 *
 * @param initializer the written initial value, if any
 * @param span of the name
 */
public record FieldDecl(
        String name,
        TypeName type,
        Set<Modifier> modifiers,
        List<Annotation> annotations,
        @Nullable Node initializer,
        Span span) {

    public FieldDecl {
        modifiers = modifiers.isEmpty() ? Set.of() : EnumSet.copyOf(modifiers);
        annotations = List.copyOf(annotations);
    }
}
