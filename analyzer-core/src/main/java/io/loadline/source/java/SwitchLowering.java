package io.loadline.source.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.loadline.code.Node;
import java.util.ArrayList;
import java.util.List;

/** The arms of a {@code switch}, old and new style. Labels that share their statements are one arm. */
final class SwitchLowering {

    private final Lowering lowering;
    private final PatternLowering patterns;

    SwitchLowering(Lowering lowering) {
        this.lowering = lowering;
        this.patterns = new PatternLowering(lowering);
    }

    Node choice(SwitchStmt choice) {
        Node subject = lowering.expressions().lower(choice.getSelector());
        return branch(subject, choice, choice.getEntries(), false);
    }

    /** A switch expression always takes an arm, and the value behind an arrow is what the arm yields. */
    Node choice(SwitchExpr choice) {
        Node subject = lowering.expressions().lower(choice.getSelector());
        return branch(subject, choice, choice.getEntries(), true);
    }

    private Node branch(
            Node subject, com.github.javaparser.ast.Node place, NodeList<SwitchEntry> entries, boolean yields) {
        if (entries.isEmpty()) {
            return lowering.syntax()
                    .inside(place, tree -> branch(subject, tree, entries(tree), yields))
                    .orElseGet(() -> new Node.Branch(subject, List.of(), yields));
        }
        return new Node.Branch(subject, arms(entries, yields), yields || hasDefault(entries));
    }

    private static NodeList<SwitchEntry> entries(CompilationUnit tree) {
        for (Statement statement : DeepBody.statements(tree)) {
            if (statement instanceof SwitchStmt choice) {
                return choice.getEntries();
            }
        }
        return new NodeList<>();
    }

    private List<Node> arms(NodeList<SwitchEntry> entries, boolean yields) {
        List<Node> arms = new ArrayList<>(entries.size());
        List<Node> steps = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            SwitchEntry entry = entries.get(i);
            addLabels(entry, steps);
            if (fallsThroughAtOnce(entry) && i < entries.size() - 1) {
                continue;
            }
            addBody(entry, yields, steps);
            arms.add(new Node.Block(steps));
            steps.clear();
        }
        return arms;
    }

    /** Whether one of the entries is taken when no other is: {@code default}, or a pattern that matches everything. */
    private static boolean hasDefault(NodeList<SwitchEntry> entries) {
        for (SwitchEntry entry : entries) {
            if (entry.isDefault() || (entry.getGuard().isEmpty() && matchesEverything(entry.getLabels()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesEverything(NodeList<Expression> labels) {
        return labels.size() == 1
                && labels.get(0) instanceof TypePatternExpr pattern
                && pattern.getType() instanceof ClassOrInterfaceType type
                && type.getName().getIdentifier().equals("Object");
    }

    private static boolean fallsThroughAtOnce(SwitchEntry entry) {
        return entry.getType() == SwitchEntry.Type.STATEMENT_GROUP
                && entry.getStatements().isEmpty();
    }

    private void addLabels(SwitchEntry entry, List<Node> steps) {
        for (Expression label : entry.getLabels()) {
            if (label instanceof ComponentPatternExpr pattern) {
                patterns.add(pattern, steps);
            }
        }
        entry.getGuard().ifPresent(guard -> steps.add(lowering.expressions().lower(guard)));
    }

    private void addBody(SwitchEntry entry, boolean yields, List<Node> steps) {
        boolean value = yields && entry.getType() == SwitchEntry.Type.EXPRESSION;
        boolean block = entry.getType() == SwitchEntry.Type.BLOCK;
        for (Statement statement : entry.getStatements()) {
            if (value && statement instanceof ExpressionStmt of) {
                Node yielded = lowering.expressions().lower(of.getExpression());
                steps.add(new Node.Jump(Node.JumpKind.YIELD, null, yielded));
            } else if (block && statement.isBlockStmt()) {
                steps.addAll(
                        lowering.statements().block(statement.asBlockStmt()).steps());
            } else {
                lowering.statements().add(statement, steps);
            }
        }
    }
}
