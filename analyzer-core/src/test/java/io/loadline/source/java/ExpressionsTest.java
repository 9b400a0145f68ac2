package io.loadline.source.java;

import static io.loadline.source.java.Sources.expression;
import static io.loadline.source.java.Sources.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.code.Node;
import io.loadline.code.TypeName;
import io.loadline.evidence.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionsTest {

    private static final Node ONE = new Node.Literal(Node.LiteralKind.INTEGER, "1");

    private static Node name(String id) {
        return new Node.Name(id);
    }

    @Test
    void callKeepsReceiverArgumentsAndBothSpans() {
        assertThat(step("  orders.find(id, 1);"))
                .isEqualTo(new Node.Call(
                        name("orders"),
                        "find",
                        List.of(name("id"), ONE),
                        new Span(2, 3, 2, 20),
                        new Span(2, 10, 2, 13)));
    }

    @Test
    void unqualifiedCallHasNoReceiver() {
        assertThat(((Node.Call) step("find();")).receiver()).isNull();
    }

    @Test
    void chainIsNestedFromItsLastLinkAndSpansFromItsStart() {
        Node.Call last = (Node.Call) step("a.b()\n  .c()\n  .d();");
        assertThat(last.name()).isEqualTo("d");
        assertThat(last.span()).isEqualTo(new Span(2, 1, 4, 6));
        assertThat(last.nameSpan()).isEqualTo(new Span(4, 4, 4, 4));
        Node.Call middle = (Node.Call) last.receiver();
        assertThat(middle.name()).isEqualTo("c");
        assertThat(middle.span()).isEqualTo(new Span(2, 1, 3, 6));
    }

    @Test
    void thisAndSuperAreNames() {
        assertThat(((Node.Call) step("this.a();")).receiver()).isEqualTo(name("this"));
        assertThat(((Node.Call) step("super.a();")).receiver()).isEqualTo(name("super"));
        assertThat(((Node.Call) step("Outer.this.a();")).receiver()).isEqualTo(new Node.Select(name("Outer"), "this"));
        assertThat(((Node.Call) step("p.I.super.a();")).receiver())
                .isEqualTo(new Node.Select(new Node.Select(name("p"), "I"), "super"));
    }

    @Test
    void qualifiedNameIsSelected() {
        assertThat(expression("a.b.c")).isEqualTo(new Node.Select(new Node.Select(name("a"), "b"), "c"));
    }

    @Test
    void runOfOneOperatorIsOneOperation() {
        assertThat(expression("a + b + c"))
                .isEqualTo(new Node.Operation("+", List.of(name("a"), name("b"), name("c"))));
    }

    @Test
    void otherOperatorStartsAnotherOperation() {
        assertThat(expression("a + b - c - 1"))
                .isEqualTo(new Node.Operation(
                        "-", List.of(new Node.Operation("+", List.of(name("a"), name("b"))), name("c"), ONE)));
    }

    @Test
    void parenthesesGroupAndVanish() {
        assertThat(expression("a - ((b - c))"))
                .isEqualTo(new Node.Operation(
                        "-", List.of(name("a"), new Node.Operation("-", List.of(name("b"), name("c"))))));
    }

    @Test
    void prefixAndPostfixDiffer() {
        assertThat(step("++i;")).isEqualTo(new Node.Operation("++", List.of(name("i"))));
        assertThat(step("i--;")).isEqualTo(new Node.Operation("x--", List.of(name("i"))));
        assertThat(expression("!a")).isEqualTo(new Node.Operation("!", List.of(name("a"))));
    }

    @Test
    void assignmentSpansAll() {
        assertThat(step("this.a += 1;"))
                .isEqualTo(new Node.Assign(new Node.Select(name("this"), "a"), "+=", ONE, new Span(2, 1, 2, 11)));
    }

    @Test
    void literalsAreUnescapedAndNumbersKeepTheirForm() {
        assertThat(expression("\"a\\tb\\u0041\\\\\"")).isEqualTo(literal(Node.LiteralKind.STRING, "a\tbA\\"));
        assertThat(expression("'\\n'")).isEqualTo(literal(Node.LiteralKind.CHARACTER, "\n"));
        assertThat(expression("10_000")).isEqualTo(literal(Node.LiteralKind.INTEGER, "10000"));
        assertThat(expression("30_000L")).isEqualTo(literal(Node.LiteralKind.LONG, "30000L"));
        assertThat(expression("0x1F")).isEqualTo(literal(Node.LiteralKind.INTEGER, "0x1F"));
        assertThat(expression("1.5f")).isEqualTo(literal(Node.LiteralKind.DOUBLE, "1.5f"));
        assertThat(expression("true")).isEqualTo(literal(Node.LiteralKind.BOOLEAN, "true"));
        assertThat(expression("null")).isEqualTo(literal(Node.LiteralKind.NULL, "null"));
    }

    @Test
    void textBlockLosesItsIndent() {
        assertThat(expression("\"\"\"\n    select *\n      from t\\n\n    \"\"\""))
                .isEqualTo(literal(Node.LiteralKind.STRING, "select *\n  from t\n\n"));
    }

    @Test
    void badEscapeStaysAsWritten() {
        assertThat(Literals.unescaped("a\\q")).isEqualTo("a\\q");
        assertThat(Literals.unescaped("a\\u12")).isEqualTo("a\\u12");
    }

    @Test
    void lambdaKeepsParametersAndExpression() {
        Node.Lambda lambda = (Node.Lambda) expression("(a, b) -> a.f(b)");
        assertThat(lambda.parameters())
                .extracting(p -> p.name() + ":" + p.type())
                .containsExactly("a:var", "b:var");
        assertThat(lambda.body()).isInstanceOf(Node.Call.class);
        assertThat(lambda.span()).isEqualTo(new Span(2, 13, 2, 28));
    }

    @Test
    void lambdaWithTypesAndBlock() {
        Node.Lambda lambda = (Node.Lambda) expression("(final String a, int... b) -> { return a; }");
        assertThat(lambda.parameters())
                .extracting(p -> p.name() + ":" + p.type() + p.varArgs())
                .containsExactly("a:Stringfalse", "b:inttrue");
        assertThat(lambda.body()).isEqualTo(new Node.Block(List.of(new Node.Return(name("a")))));
        assertThat(((Node.Lambda) expression("x -> x")).parameters()).hasSize(1);
        assertThat(((Node.Lambda) expression("() -> {}")).body()).isEqualTo(new Node.Block(List.of()));
    }

    @Test
    void methodReferencesOfEveryShape() {
        assertThat(reference("order::total").scope()).isEqualTo(name("order"));
        assertThat(reference("a.b::c").scope()).isEqualTo(new Node.Select(name("a"), "b"));
        assertThat(reference("this::c").scope()).isEqualTo(name("this"));
        assertThat(reference("super::c").scope()).isEqualTo(name("super"));
        assertThat(reference("f()::c").scope()).isInstanceOf(Node.Call.class);
        assertThat(reference("List<String>::size").scope())
                .isEqualTo(new Node.TypeLiteral(new TypeName("List", List.of(TypeName.of("String")), 0)));
        assertThat(reference("int[]::clone").scope())
                .isEqualTo(new Node.TypeLiteral(new TypeName("int", List.of(), 1)));
        assertThat(reference("a::b").span()).isEqualTo(new Span(2, 13, 2, 16));
    }

    @Test
    void constructorReferenceIsNamedInit() {
        assertThat(reference("Order::new").name()).isEqualTo("<init>");
        assertThat(reference("Order::new").scope()).isEqualTo(new Node.TypeLiteral(TypeName.of("Order")));
        assertThat(reference("int[]::new").scope()).isEqualTo(new Node.TypeLiteral(new TypeName("int", List.of(), 1)));
    }

    @Test
    void choiceIsAlwaysTaken() {
        assertThat(expression("a ? b : c")).isEqualTo(new Node.Branch(name("a"), List.of(name("b"), name("c")), true));
    }

    @Test
    void castKeepsTheFirstOfSeveralTypes() {
        assertThat(expression("(Runnable & Serializable) a"))
                .isEqualTo(new Node.Cast(TypeName.of("Runnable"), name("a")));
        assertThat(expression("(long) a")).isEqualTo(new Node.Cast(TypeName.of("long"), name("a")));
    }

    @Test
    void typeTestsBindTheirPatterns() {
        assertThat(expression("a instanceof B"))
                .isEqualTo(
                        new Node.Operation("instanceof", List.of(name("a"), new Node.TypeLiteral(TypeName.of("B")))));
        assertThat(expression("a instanceof B b"))
                .isEqualTo(new Node.Operation(
                        "instanceof",
                        List.of(name("a"), new Node.Local("b", TypeName.of("B"), null, new Span(2, 28, 2, 28)))));
        Node.Operation deconstructed = (Node.Operation) expression("a instanceof P(int x, Q(var y, _))");
        assertThat(deconstructed.operands())
                .extracting(Object::getClass)
                .extracting(Class::getSimpleName)
                .containsExactly("Name", "TypeLiteral", "Local", "TypeLiteral", "Local");
    }

    @Test
    void arraysOfEveryShape() {
        assertThat(expression("new int[n][]"))
                .isEqualTo(new Node.ArrayOf(TypeName.of("int"), List.of(name("n")), List.of()));
        assertThat(expression("new A[] {a}"))
                .isEqualTo(new Node.ArrayOf(TypeName.of("A"), List.of(), List.of(name("a"))));
        assertThat(expression("{a}")).isEqualTo(new Node.ArrayOf(TypeName.of("var"), List.of(), List.of(name("a"))));
        assertThat(expression("a[i][1]"))
                .isEqualTo(new Node.Operation(
                        "[]", List.of(new Node.Operation("[]", List.of(name("a"), name("i"))), ONE)));
    }

    @Test
    void allocationsOfEveryShape() {
        assertThat(expression("new p.A<>(1)"))
                .isEqualTo(new Node.New(TypeName.of("p.A"), List.of(ONE), null, new Span(2, 13, 2, 24)));
        assertThat(expression("outer.new Inner()")).isInstanceOf(Node.New.class);
        assertThat(Sources.calls(expression("outer().new Inner(f())"))).containsExactly("f", "outer");
    }

    @Test
    void classLiteralIsAType() {
        assertThat(expression("p.A.class")).isEqualTo(new Node.TypeLiteral(TypeName.of("p.A")));
        assertThat(expression("int[].class")).isEqualTo(new Node.TypeLiteral(new TypeName("int", List.of(), 1)));
    }

    private static Node.MethodRef reference(String written) {
        return (Node.MethodRef) expression(written);
    }

    private static Node literal(Node.LiteralKind kind, String text) {
        return new Node.Literal(kind, text);
    }
}
