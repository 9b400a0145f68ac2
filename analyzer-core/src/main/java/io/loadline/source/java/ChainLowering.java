package io.loadline.source.java;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import io.loadline.code.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Expressions that grow to the left without limit, such as call chains and sums: lowered without recursion along the chain. */
final class ChainLowering {

    private final Lowering lowering;

    ChainLowering(Lowering lowering) {
        this.lowering = lowering;
    }

    /** A call, field or array access and all it is chained to. */
    Node suffixes(Expression last) {
        Deque<Expression> links = new ArrayDeque<>(4);
        Expression here = last;
        while (here != null && isLink(here)) {
            links.push(here);
            here = target(here);
        }
        Node lowered = here == null ? null : lowering.expressions().lower(here);
        for (Expression link : links) {
            lowered = link(link, lowered);
        }
        return Objects.requireNonNull(lowered, "a chain has a link");
    }

    /** A left-deep tree of binary operators; a run of one operator becomes one operation. */
    Node operators(BinaryExpr last) {
        Deque<BinaryExpr> links = new ArrayDeque<>(4);
        Expression here = last;
        while (here instanceof BinaryExpr binary) {
            links.push(binary);
            here = binary.getLeft();
        }
        List<Node> operands = new ArrayList<>();
        operands.add(lowering.expressions().lower(here));
        BinaryExpr.Operator operator = links.element().getOperator();
        for (BinaryExpr link : links) {
            if (link.getOperator() != operator) {
                Node left = new Node.Operation(operator.asString(), operands);
                operands.clear();
                operands.add(left);
                operator = link.getOperator();
            }
            operands.add(lowering.expressions().lower(link.getRight()));
        }
        return new Node.Operation(operator.asString(), operands);
    }

    /** The scope of a method reference. The parser takes every dotted name for a type; here it stays a name. */
    Node scope(Expression scope) {
        if (scope instanceof TypeExpr written
                && written.getType() instanceof ClassOrInterfaceType type
                && isPlainName(type)) {
            return names(type);
        }
        return lowering.expressions().lower(scope);
    }

    /** {@code this} or {@code super}, qualified where it is written so. */
    Node qualified(Optional<Name> type, String keyword) {
        if (type.isEmpty()) {
            return lowering.interner().name(keyword);
        }
        Deque<String> parts = new ArrayDeque<>();
        for (Optional<Name> part = type; part.isPresent(); part = part.get().getQualifier()) {
            parts.push(part.get().getIdentifier());
        }
        return new Node.Select(select(parts), keyword);
    }

    private Node link(Expression link, @Nullable Node target) {
        if (link instanceof MethodCallExpr call) {
            return new Node.Call(
                    target,
                    lowering.interner().string(call.getName().getIdentifier()),
                    lowering.expressions().lower(call.getArguments()),
                    lowering.spans().of(call),
                    lowering.spans().of(call.getName()));
        }
        Node owner = Objects.requireNonNull(target, "only a call stands without a target");
        if (link instanceof FieldAccessExpr field) {
            return new Node.Select(
                    owner, lowering.interner().string(field.getName().getIdentifier()));
        }
        Expression index = ((ArrayAccessExpr) link).getIndex();
        return new Node.Operation("[]", List.of(owner, lowering.expressions().lower(index)));
    }

    private static boolean isLink(Expression expression) {
        return expression instanceof MethodCallExpr
                || expression instanceof FieldAccessExpr
                || expression instanceof ArrayAccessExpr;
    }

    private static @Nullable Expression target(Expression link) {
        if (link instanceof MethodCallExpr call) {
            return call.getScope().orElse(null);
        }
        return link instanceof FieldAccessExpr field ? field.getScope() : ((ArrayAccessExpr) link).getName();
    }

    private static boolean isPlainName(ClassOrInterfaceType type) {
        Optional<ClassOrInterfaceType> part = Optional.of(type);
        while (part.isPresent()) {
            Optional<? extends List<Type>> arguments = part.get().getTypeArguments();
            if (arguments.isPresent()) {
                return false;
            }
            part = part.get().getScope();
        }
        return true;
    }

    private Node names(ClassOrInterfaceType type) {
        Deque<String> parts = new ArrayDeque<>();
        for (Optional<ClassOrInterfaceType> part = Optional.of(type);
                part.isPresent();
                part = part.get().getScope()) {
            parts.push(part.get().getName().getIdentifier());
        }
        return select(parts);
    }

    private Node select(Deque<String> parts) {
        Node here = lowering.interner().name(parts.pop());
        while (!parts.isEmpty()) {
            here = new Node.Select(here, lowering.interner().string(parts.pop()));
        }
        return here;
    }
}
