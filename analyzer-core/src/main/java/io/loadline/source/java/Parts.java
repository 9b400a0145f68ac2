package io.loadline.source.java;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.Statement;
import io.loadline.code.Node;
import java.util.ArrayList;
import java.util.List;

/** What is kept of syntax that has no form of its own in our model: the expressions and statements within, so that no call is lost. */
final class Parts {

    private Parts() {}

    static Node.Block of(com.github.javaparser.ast.Node unknown, Lowering lowering) {
        List<Node> steps = new ArrayList<>();
        for (com.github.javaparser.ast.Node child : unknown.getChildNodes()) {
            if (child instanceof Expression expression) {
                lowering.expressions().add(expression, steps);
            } else if (child instanceof Statement statement) {
                lowering.statements().add(statement, steps);
            } else {
                steps.addAll(of(child, lowering).steps());
            }
        }
        return new Node.Block(steps);
    }
}
