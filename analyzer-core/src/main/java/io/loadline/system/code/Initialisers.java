package io.loadline.system.code;

import io.loadline.code.FieldDecl;
import io.loadline.code.MethodDecl;
import io.loadline.code.Modifier;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The initial values of fields as the methods in which they are worked out: calls in them are calls like any other. */
final class Initialisers {

    static final String STATIC = "<clinit>";
    static final String INSTANCE = "<instance>";

    private Initialisers() {}

    static List<MethodDecl> of(TypeDecl type) {
        List<MethodDecl> all = new ArrayList<>();
        add(type, true, all);
        add(type, false, all);
        return all;
    }

    private static void add(TypeDecl type, boolean isStatic, List<MethodDecl> all) {
        boolean everyFieldIsStatic = type.kind() == TypeDecl.Kind.INTERFACE;
        List<Node> steps = type.fields().stream()
                .filter(f -> f.initializer() != null)
                .filter(f -> (everyFieldIsStatic || f.modifiers().contains(Modifier.STATIC)) == isStatic)
                .map(Initialisers::assignment)
                .toList();
        if (!steps.isEmpty()) {
            all.add(new MethodDecl(
                    isStatic ? STATIC : INSTANCE,
                    List.of(),
                    TypeName.of("void"),
                    List.of(),
                    isStatic ? Set.of(Modifier.STATIC) : Set.of(),
                    List.of(),
                    new Node.Block(steps),
                    type.span()));
        }
    }

    private static Node assignment(FieldDecl field) {
        Node value = Objects.requireNonNull(field.initializer());
        return new Node.Assign(new Node.Name(field.name()), "=", value, field.span());
    }
}
