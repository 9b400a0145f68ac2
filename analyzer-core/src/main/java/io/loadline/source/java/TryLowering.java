package io.loadline.source.java;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.TryStmt;
import io.loadline.code.Node;
import java.util.ArrayList;
import java.util.List;

/** {@code try} in all its forms. */
final class TryLowering {

    private final Lowering lowering;

    TryLowering(Lowering lowering) {
        this.lowering = lowering;
    }

    Node attempt(TryStmt attempt) {
        List<Node> resources = lowering.expressions().lower(attempt.getResources());
        Node.Block body = lowering.statements().block(attempt.getTryBlock());
        List<Node.Handler> handlers = new ArrayList<>(attempt.getCatchClauses().size());
        for (CatchClause clause : attempt.getCatchClauses()) {
            handlers.add(handler(clause));
        }
        Node.Block end =
                attempt.getFinallyBlock().map(lowering.statements()::block).orElse(null);
        return new Node.Try(resources, body, handlers, end, lowering.spans().firstWord(attempt));
    }

    private Node.Handler handler(CatchClause clause) {
        Parameter caught = clause.getParameter();
        return new Node.Handler(
                lowering.types().alternatives(caught.getType()),
                lowering.interner().string(caught.getName().getIdentifier()),
                lowering.statements().block(clause.getBody()));
    }
}
