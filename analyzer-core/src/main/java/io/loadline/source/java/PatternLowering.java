package io.loadline.source.java;

import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import io.loadline.code.Node;
import java.util.ArrayList;
import java.util.List;

/** Patterns: the types they test and the variables they bind. */
final class PatternLowering {

    private final Lowering lowering;

    PatternLowering(Lowering lowering) {
        this.lowering = lowering;
    }

    Node.Block block(ComponentPatternExpr pattern) {
        List<Node> parts = new ArrayList<>();
        add(pattern, parts);
        return new Node.Block(parts);
    }

    /** Adds the tested record types and bound variables in written order. */
    void add(ComponentPatternExpr pattern, List<Node> parts) {
        if (pattern instanceof TypePatternExpr binding) {
            parts.add(new Node.Local(
                    lowering.interner().string(binding.getName().getIdentifier()),
                    lowering.types().type(binding.getType()),
                    null,
                    lowering.spans().of(binding.getName())));
        } else if (pattern instanceof RecordPatternExpr deconstruction) {
            parts.add(new Node.TypeLiteral(lowering.types().type(deconstruction.getType())));
            for (ComponentPatternExpr component : deconstruction.getPatternList()) {
                add(component, parts);
            }
        }
    }
}
