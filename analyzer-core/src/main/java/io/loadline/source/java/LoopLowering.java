package io.loadline.source.java;

import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import io.loadline.code.Node;
import io.loadline.evidence.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loops of every kind. A condition that is written {@code true} is none: the loop is endless. */
final class LoopLowering {

    private final Lowering lowering;

    LoopLowering(Lowering lowering) {
        this.lowering = lowering;
    }

    Node counting(ForStmt loop) {
        List<Node> once = new ArrayList<>(loop.getInitialization().size());
        for (Expression expression : loop.getInitialization()) {
            lowering.expressions().add(expression, once);
        }
        Node condition = condition(loop.getCompare());
        List<Node> update = lowering.expressions().lower(loop.getUpdate());
        Node body = lowering.statements().lower(loop.getBody());
        return new Node.Loop(Node.LoopKind.FOR, once, null, condition, body, update, head(loop));
    }

    Node each(ForEachStmt loop) {
        List<Node> once = List.of(lowering.expressions().lower(loop.getIterable()));
        Node.Local variable = lowering.expressions().local(loop.getVariableDeclarator());
        Node body = lowering.statements().lower(loop.getBody());
        return new Node.Loop(
                Node.LoopKind.FOR_EACH,
                once,
                variable,
                null,
                body,
                List.of(),
                lowering.spans().head(loop, loop.getIterable()));
    }

    Node asLongAs(WhileStmt loop) {
        Node condition = condition(Optional.of(loop.getCondition()));
        Node body = lowering.statements().lower(loop.getBody());
        return new Node.Loop(
                Node.LoopKind.WHILE,
                List.of(),
                null,
                condition,
                body,
                List.of(),
                lowering.spans().head(loop, loop.getCondition()));
    }

    Node atLeastOnce(DoStmt loop) {
        Node body = lowering.statements().lower(loop.getBody());
        Node condition = condition(Optional.of(loop.getCondition()));
        return new Node.Loop(
                Node.LoopKind.DO,
                List.of(),
                null,
                condition,
                body,
                List.of(),
                lowering.spans().firstWord(loop));
    }

    private @Nullable Node condition(Optional<Expression> written) {
        return written.filter(expression -> !isTrue(expression))
                .map(lowering.expressions()::lower)
                .orElse(null);
    }

    private static boolean isTrue(Expression condition) {
        Expression inner = condition;
        while (inner instanceof EnclosedExpr parenthesised) {
            inner = parenthesised.getInner();
        }
        return inner instanceof BooleanLiteralExpr literal && literal.getValue();
    }

    private Span head(ForStmt loop) {
        if (loop.getUpdate().isNonEmpty()) {
            return lowering.spans()
                    .head(loop, loop.getUpdate().get(loop.getUpdate().size() - 1));
        }
        if (loop.getCompare().isPresent()) {
            return lowering.spans().head(loop, loop.getCompare().get());
        }
        int initializers = loop.getInitialization().size();
        return initializers == 0
                ? lowering.spans().head(loop)
                : lowering.spans().head(loop, loop.getInitialization().get(initializers - 1));
    }
}
