package io.loadline.source.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.UnparsableStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.visitor.GenericVisitorWithDefaults;
import io.loadline.code.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements of every kind. */
final class StatementLowering extends GenericVisitorWithDefaults<Node, Lowering> {

    private final Lowering lowering;
    private final ExpressionLowering expressions;
    private final LoopLowering loops;
    private final SwitchLowering switches;
    private final TryLowering tries;

    StatementLowering(Lowering lowering) {
        this.lowering = lowering;
        this.expressions = lowering.expressions();
        this.loops = new LoopLowering(lowering);
        this.switches = new SwitchLowering(lowering);
        this.tries = new TryLowering(lowering);
    }

    Node lower(Statement statement) {
        return statement.accept(this, lowering);
    }

    /** A block, also one whose statements were cut out. */
    Node.Block block(BlockStmt block) {
        if (block.getStatements().isNonEmpty()) {
            return block(block.getStatements());
        }
        return lowering.syntax()
                .inside(block, tree -> block(DeepBody.statements(tree)))
                .orElseGet(() -> new Node.Block(List.of()));
    }

    private Node.Block block(NodeList<Statement> statements) {
        List<Node> steps = new ArrayList<>(statements.size());
        for (Statement statement : statements) {
            add(statement, steps);
        }
        return new Node.Block(steps);
    }

    /** Adds what a statement lowers to: one node per variable of a declaration, nothing for an empty one unless an enum was cut out there. */
    void add(Statement statement, List<Node> steps) {
        if (statement instanceof ExpressionStmt of) {
            expressions.add(of.getExpression(), steps);
        } else if (statement instanceof EmptyStmt) {
            lowering.syntax()
                    .inside(statement, tree -> lowering.declarations().local(tree.getType(0)))
                    .ifPresent(type -> steps.add(new Node.LocalType(type)));
        } else if (!(statement instanceof UnparsableStmt)) {
            steps.add(lower(statement));
        }
    }

    Node choice(SwitchExpr choice) {
        return switches.choice(choice);
    }

    @Override
    public Node defaultAction(com.github.javaparser.ast.Node unknown, Lowering context) {
        return Parts.of(unknown, lowering);
    }

    @Override
    public Node visit(BlockStmt block, Lowering context) {
        return block(block);
    }

    @Override
    public Node visit(ExpressionStmt statement, Lowering context) {
        return expressions.lower(statement.getExpression());
    }

    @Override
    public Node visit(EmptyStmt nothing, Lowering context) {
        return new Node.Block(List.of());
    }

    @Override
    public Node visit(UnparsableStmt nothing, Lowering context) {
        return new Node.Block(List.of());
    }

    @Override
    public Node visit(LabeledStmt labeled, Lowering context) {
        return lower(labeled.getStatement());
    }

    @Override
    public Node visit(IfStmt choice, Lowering context) {
        Node subject = expressions.lower(choice.getCondition());
        Node then = lower(choice.getThenStmt());
        Optional<Statement> otherwise = choice.getElseStmt();
        return otherwise.isPresent()
                ? new Node.Branch(subject, List.of(then, lower(otherwise.get())), true)
                : new Node.Branch(subject, List.of(then), false);
    }

    @Override
    public Node visit(SwitchStmt choice, Lowering context) {
        return switches.choice(choice);
    }

    @Override
    public Node visit(ForStmt loop, Lowering context) {
        return loops.counting(loop);
    }

    @Override
    public Node visit(ForEachStmt loop, Lowering context) {
        return loops.each(loop);
    }

    @Override
    public Node visit(WhileStmt loop, Lowering context) {
        return loops.asLongAs(loop);
    }

    @Override
    public Node visit(DoStmt loop, Lowering context) {
        return loops.atLeastOnce(loop);
    }

    @Override
    public Node visit(TryStmt attempt, Lowering context) {
        return tries.attempt(attempt);
    }

    @Override
    public Node visit(SynchronizedStmt locked, Lowering context) {
        return new Node.Locked(
                expressions.lower(locked.getExpression()),
                block(locked.getBody()),
                lowering.spans().head(locked, locked.getExpression()));
    }

    @Override
    public Node visit(ReturnStmt statement, Lowering context) {
        return new Node.Return(statement.getExpression().map(expressions::lower).orElse(null));
    }

    @Override
    public Node visit(ThrowStmt statement, Lowering context) {
        return new Node.Throw(expressions.lower(statement.getExpression()));
    }

    @Override
    public Node visit(BreakStmt jump, Lowering context) {
        return jump(Node.JumpKind.BREAK, jump.getLabel());
    }

    @Override
    public Node visit(ContinueStmt jump, Lowering context) {
        return jump(Node.JumpKind.CONTINUE, jump.getLabel());
    }

    @Override
    public Node visit(YieldStmt statement, Lowering context) {
        return new Node.Jump(Node.JumpKind.YIELD, null, expressions.lower(statement.getExpression()));
    }

    @Override
    public Node visit(AssertStmt statement, Lowering context) {
        List<Node> operands = new ArrayList<>(2);
        operands.add(expressions.lower(statement.getCheck()));
        statement.getMessage().ifPresent(message -> operands.add(expressions.lower(message)));
        return new Node.Operation("assert", operands);
    }

    @Override
    public Node visit(ExplicitConstructorInvocationStmt call, Lowering context) {
        Node outer = call.getExpression().map(expressions::lower).orElse(null);
        String name = call.isThis() ? "this" : "super";
        List<Node> arguments = expressions.lower(call.getArguments());
        Node lowered = new Node.Call(
                null,
                name,
                arguments,
                lowering.spans().invocation(call),
                lowering.spans().keyword(call, name));
        return outer == null || outer instanceof Node.Name ? lowered : new Node.Block(List.of(outer, lowered));
    }

    @Override
    public Node visit(LocalClassDeclarationStmt declaration, Lowering context) {
        return new Node.LocalType(lowering.declarations().local(declaration.getClassDeclaration()));
    }

    @Override
    public Node visit(LocalRecordDeclarationStmt declaration, Lowering context) {
        return new Node.LocalType(lowering.declarations().local(declaration.getRecordDeclaration()));
    }

    private Node jump(Node.JumpKind kind, Optional<SimpleName> label) {
        return new Node.Jump(
                kind,
                label.map(name -> lowering.interner().string(name.getIdentifier()))
                        .orElse(null),
                null);
    }
}
