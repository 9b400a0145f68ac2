package io.loadline.source.java;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.code.TypeName;
import java.util.ArrayList;
import java.util.List;

/** Creation of objects and arrays. */
final class AllocationLowering {

    private final Lowering lowering;

    AllocationLowering(Lowering lowering) {
        this.lowering = lowering;
    }

    /** An instance creation; {@code outer.new Inner()} keeps an outer that is more than a name as first operand of {@code ".new"}. */
    Node object(ObjectCreationExpr creation) {
        Node outer = creation.getScope().map(lowering.expressions()::lower).orElse(null);
        TypeName type = lowering.types().type(creation.getType());
        List<Node> arguments = lowering.expressions().lower(creation.getArguments());
        TypeDecl body = creation.getAnonymousClassBody()
                .map(members -> lowering.declarations().anonymous(creation, type, members))
                .orElse(null);
        Node created = new Node.New(type, arguments, body, lowering.spans().of(creation));
        return outer == null || outer instanceof Node.Name
                ? created
                : new Node.Operation(".new", List.of(outer, created));
    }

    Node array(ArrayCreationExpr creation) {
        List<Node> sizes = new ArrayList<>();
        for (ArrayCreationLevel level : creation.getLevels()) {
            for (Expression size : level.getDimension().stream().toList()) {
                sizes.add(lowering.expressions().lower(size));
            }
        }
        List<Node> elements = creation.getInitializer()
                .map(written -> lowering.expressions().lower(written.getValues()))
                .orElse(List.of());
        return new Node.ArrayOf(lowering.types().type(creation.getElementType()), sizes, elements);
    }
}
