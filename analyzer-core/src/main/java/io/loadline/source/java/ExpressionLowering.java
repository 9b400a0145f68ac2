package io.loadline.source.java;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MarkerAnnotationExpr;
import com.github.javaparser.ast.expr.MatchAllPatternExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.visitor.GenericVisitorWithDefaults;
import io.loadline.code.Node;
import java.util.ArrayList;
import java.util.List;

/** Expressions of every kind. */
final class ExpressionLowering extends GenericVisitorWithDefaults<Node, Lowering> {

    private final Lowering lowering;
    private final Interner interner;
    private final TypeLowering types;
    private final ChainLowering chains;
    private final AllocationLowering allocations;
    private final PatternLowering patterns;

    ExpressionLowering(Lowering lowering) {
        this.lowering = lowering;
        this.interner = lowering.interner();
        this.types = lowering.types();
        this.chains = new ChainLowering(lowering);
        this.allocations = new AllocationLowering(lowering);
        this.patterns = new PatternLowering(lowering);
    }

    Node lower(Expression expression) {
        return expression.accept(this, lowering);
    }

    List<Node> lower(NodeList<? extends Expression> expressions) {
        if (expressions.isEmpty()) {
            return List.of();
        }
        List<Node> all = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            add(expression, all);
        }
        return List.copyOf(all);
    }

    /** Adds what an expression lowers to: one node, or one per declared variable. */
    void add(Expression expression, List<Node> steps) {
        if (expression instanceof VariableDeclarationExpr declaration) {
            for (VariableDeclarator variable : declaration.getVariables()) {
                steps.add(local(variable));
            }
        } else {
            steps.add(lower(expression));
        }
    }

    Node.Local local(VariableDeclarator variable) {
        Node init = variable.getInitializer().map(this::lower).orElse(null);
        return new Node.Local(
                interner.string(variable.getName().getIdentifier()),
                types.type(variable.getType()),
                init,
                lowering.spans().firstWord(variable.getName()));
    }

    @Override
    public Node defaultAction(com.github.javaparser.ast.Node unknown, Lowering context) {
        return Parts.of(unknown, lowering);
    }

    @Override
    public Node visit(MethodCallExpr call, Lowering context) {
        return chains.suffixes(call);
    }

    @Override
    public Node visit(FieldAccessExpr field, Lowering context) {
        return chains.suffixes(field);
    }

    @Override
    public Node visit(ArrayAccessExpr element, Lowering context) {
        return chains.suffixes(element);
    }

    @Override
    public Node visit(BinaryExpr binary, Lowering context) {
        return chains.operators(binary);
    }

    @Override
    public Node visit(EnclosedExpr parenthesised, Lowering context) {
        Expression inner = parenthesised.getInner();
        while (inner instanceof EnclosedExpr next) {
            inner = next.getInner();
        }
        return lower(inner);
    }

    @Override
    public Node visit(UnaryExpr unary, Lowering context) {
        String operator = unary.getOperator().asString();
        return new Node.Operation(
                unary.getOperator().isPostfix() ? "x" + operator : operator, List.of(lower(unary.getExpression())));
    }

    @Override
    public Node visit(AssignExpr assign, Lowering context) {
        Node target = lower(assign.getTarget());
        String operator = assign.getOperator().asString();
        return new Node.Assign(
                target, operator, lower(assign.getValue()), lowering.spans().of(assign));
    }

    @Override
    public Node visit(ConditionalExpr choice, Lowering context) {
        Node subject = lower(choice.getCondition());
        return new Node.Branch(subject, List.of(lower(choice.getThenExpr()), lower(choice.getElseExpr())), true);
    }

    @Override
    public Node visit(SwitchExpr choice, Lowering context) {
        return lowering.statements().choice(choice);
    }

    @Override
    public Node visit(CastExpr cast, Lowering context) {
        return new Node.Cast(types.type(cast.getType()), lower(cast.getExpression()));
    }

    @Override
    public Node visit(InstanceOfExpr test, Lowering context) {
        List<Node> operands = new ArrayList<>();
        operands.add(lower(test.getExpression()));
        if (test.getPattern().isPresent()) {
            patterns.add(test.getPattern().get(), operands);
        } else {
            operands.add(new Node.TypeLiteral(types.type(test.getType())));
        }
        return new Node.Operation("instanceof", operands);
    }

    @Override
    public Node visit(TypePatternExpr pattern, Lowering context) {
        return patterns.block(pattern);
    }

    @Override
    public Node visit(RecordPatternExpr pattern, Lowering context) {
        return patterns.block(pattern);
    }

    @Override
    public Node visit(MatchAllPatternExpr pattern, Lowering context) {
        return patterns.block(pattern);
    }

    @Override
    public Node visit(LambdaExpr lambda, Lowering context) {
        return new Node.Lambda(
                lowering.declarations().parameters(lambda.getParameters()),
                lambda.getExpressionBody()
                        .map(this::lower)
                        .orElseGet(() -> lowering.statements().lower(lambda.getBody())),
                lowering.spans().of(lambda));
    }

    @Override
    public Node visit(MethodReferenceExpr reference, Lowering context) {
        boolean constructor = reference.getIdentifier().equals("new");
        return new Node.MethodRef(
                constructor ? lower(reference.getScope()) : chains.scope(reference.getScope()),
                constructor ? "<init>" : interner.string(reference.getIdentifier()),
                lowering.spans().of(reference));
    }

    @Override
    public Node visit(ObjectCreationExpr creation, Lowering context) {
        return allocations.object(creation);
    }

    @Override
    public Node visit(ArrayCreationExpr creation, Lowering context) {
        return allocations.array(creation);
    }

    @Override
    public Node visit(ArrayCreationLevel level, Lowering context) {
        return level.getDimension().map(this::lower).orElseGet(() -> new Node.Block(List.of()));
    }

    @Override
    public Node visit(ArrayInitializerExpr elements, Lowering context) {
        return new Node.ArrayOf(interner.type("var"), List.of(), lower(elements.getValues()));
    }

    @Override
    public Node visit(VariableDeclarationExpr declaration, Lowering context) {
        List<Node> locals = new ArrayList<>(declaration.getVariables().size());
        add(declaration, locals);
        return locals.size() == 1 ? locals.get(0) : new Node.Block(locals);
    }

    @Override
    public Node visit(NameExpr name, Lowering context) {
        return interner.name(name.getName().getIdentifier());
    }

    @Override
    public Node visit(ThisExpr self, Lowering context) {
        return chains.qualified(self.getTypeName(), "this");
    }

    @Override
    public Node visit(SuperExpr parent, Lowering context) {
        return chains.qualified(parent.getTypeName(), "super");
    }

    @Override
    public Node visit(ClassExpr literal, Lowering context) {
        return new Node.TypeLiteral(types.type(literal.getType()));
    }

    @Override
    public Node visit(TypeExpr type, Lowering context) {
        return new Node.TypeLiteral(types.type(type.getType()));
    }

    @Override
    public Node visit(StringLiteralExpr literal, Lowering context) {
        return interner.literal(Node.LiteralKind.STRING, Literals.unescaped(literal.getValue()));
    }

    @Override
    public Node visit(TextBlockLiteralExpr literal, Lowering context) {
        return interner.literal(Node.LiteralKind.STRING, Literals.block(literal.getValue()));
    }

    @Override
    public Node visit(CharLiteralExpr literal, Lowering context) {
        return interner.literal(Node.LiteralKind.CHARACTER, Literals.unescaped(literal.getValue()));
    }

    @Override
    public Node visit(IntegerLiteralExpr literal, Lowering context) {
        return interner.literal(Node.LiteralKind.INTEGER, Literals.number(literal.getValue()));
    }

    @Override
    public Node visit(LongLiteralExpr literal, Lowering context) {
        return interner.literal(Node.LiteralKind.LONG, Literals.number(literal.getValue()));
    }

    @Override
    public Node visit(DoubleLiteralExpr literal, Lowering context) {
        return interner.literal(Node.LiteralKind.DOUBLE, Literals.number(literal.getValue()));
    }

    @Override
    public Node visit(BooleanLiteralExpr literal, Lowering context) {
        return interner.literal(Node.LiteralKind.BOOLEAN, Boolean.toString(literal.getValue()));
    }

    @Override
    public Node visit(NullLiteralExpr literal, Lowering context) {
        return interner.literal(Node.LiteralKind.NULL, "null");
    }

    @Override
    public Node visit(MarkerAnnotationExpr annotation, Lowering context) {
        return annotated(annotation);
    }

    @Override
    public Node visit(SingleMemberAnnotationExpr annotation, Lowering context) {
        return annotated(annotation);
    }

    @Override
    public Node visit(NormalAnnotationExpr annotation, Lowering context) {
        return annotated(annotation);
    }

    private Node annotated(AnnotationExpr annotation) {
        return new Node.Annotated(lowering.annotations().annotation(annotation));
    }
}
