package io.loadline.source.java;

import static io.loadline.source.java.Sources.calls;
import static io.loadline.source.java.Sources.expression;
import static io.loadline.source.java.Sources.step;
import static io.loadline.source.java.Sources.steps;
import static io.loadline.source.java.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.code.Node;
import io.loadline.code.TypeName;
import io.loadline.evidence.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {

    private static Node name(String id) {
        return new Node.Name(id);
    }

    @Test
    void everyVariableIsALocalOfItsOwn() {
        assertThat(steps("int a = b, c[];"))
                .containsExactly(
                        new Node.Local("a", TypeName.of("int"), name("b"), new Span(2, 5, 2, 5)),
                        new Node.Local("c", new TypeName("int", List.of(), 1), null, new Span(2, 12, 2, 12)));
    }

    @Test
    void emptyStatementsLeaveNothing() {
        assertThat(steps(";;")).isEmpty();
    }

    @Test
    void countingLoopKeepsAllParts() {
        Node.Loop loop = (Node.Loop) step("for (int i = 0, j = f(); i < n; i++, j--) { g(); }");
        assertThat(loop.kind()).isEqualTo(Node.LoopKind.FOR);
        assertThat(loop.once()).hasSize(2);
        assertThat(loop.condition()).isInstanceOf(Node.Operation.class);
        assertThat(loop.update()).hasSize(2);
        assertThat(calls(loop.body())).containsExactly("g");
        assertThat(loop.span()).isEqualTo(new Span(2, 1, 2, 41));
    }

    @Test
    void headEndsAtItsOwnParenthesis() {
        assertThat(((Node.Loop) step("for ( ; ; ) f();")).span()).isEqualTo(new Span(2, 1, 2, 11));
        assertThat(((Node.Loop) step("for (f(); ; ) g();")).span()).isEqualTo(new Span(2, 1, 2, 13));
        assertThat(((Node.Loop) step("for (; (a) ;\n ) g();")).span()).isEqualTo(new Span(2, 1, 3, 2));
        assertThat(((Node.Loop) step("while ((f()) ) g();")).span()).isEqualTo(new Span(2, 1, 2, 14));
        assertThat(((Node.Loop) step("do { } while (f());")).span()).isEqualTo(new Span(2, 1, 2, 2));
    }

    @Test
    void endlessLoopHasNoCondition() {
        assertThat(((Node.Loop) step("for (;;) f();")).condition()).isNull();
        assertThat(((Node.Loop) step("while (true) f();")).condition()).isNull();
        assertThat(((Node.Loop) step("do f(); while (go);")).condition()).isEqualTo(name("go"));
    }

    @Test
    void eachLoopRunsItsIterableOnce() {
        Node.Loop loop = (Node.Loop) step("for (final Order o : orders.all()) f(o);");
        assertThat(loop.kind()).isEqualTo(Node.LoopKind.FOR_EACH);
        assertThat(loop.variable()).isEqualTo(new Node.Local("o", TypeName.of("Order"), null, new Span(2, 18, 2, 18)));
        assertThat(calls(loop.once().get(0))).containsExactly("all");
        assertThat(loop.span()).isEqualTo(new Span(2, 1, 2, 34));
    }

    @Test
    void ifIsExhaustiveWithElse() {
        Node.Branch half = (Node.Branch) step("if (a) { f(); }");
        assertThat(half.exhaustive()).isFalse();
        assertThat(half.arms()).hasSize(1);
        Node.Branch whole = (Node.Branch) step("if (a) f(); else if (b) g(); else h();");
        assertThat(whole.exhaustive()).isTrue();
        assertThat(calls(whole)).containsExactly("f", "g", "h");
    }

    @Test
    void oldSwitchSharesLabelsAndKeepsJumps() {
        Node.Branch choice = (Node.Branch) step("switch (a) { case 1: case 2: f(); break; case 3: g(); }");
        assertThat(choice.subject()).isEqualTo(name("a"));
        assertThat(choice.exhaustive()).isFalse();
        assertThat(choice.arms()).hasSize(2);
        assertThat(choice.arms().get(0).children().get(1)).isEqualTo(new Node.Jump(Node.JumpKind.BREAK, null, null));
    }

    @Test
    void switchWithDefaultIsExhaustive() {
        assertThat(((Node.Branch) step("switch (a) { case 1 -> f(); default -> { } }")).exhaustive())
                .isTrue();
        assertThat(((Node.Branch) step("switch (a) { case A x -> f(); case null, default -> { } }")).exhaustive())
                .isTrue();
        assertThat(((Node.Branch) step("switch (a) { case A x -> f(); case Object o -> g(); }")).exhaustive())
                .isTrue();
        assertThat(((Node.Branch) step("switch (a) { case A x -> f(); case Object o when h() -> g(); }")).exhaustive())
                .isFalse();
    }

    @Test
    void switchExpressionYields() {
        Node.Branch choice = (Node.Branch) expression(
                "switch (a) { case P(int x) when f(x) -> g(x); case B b -> { h(); yield 1; } case C c -> throw e(); }");
        assertThat(choice.exhaustive()).isTrue();
        assertThat(choice.arms()).allMatch(Node.Block.class::isInstance).hasSize(3);
        assertThat(choice.arms().get(0).children())
                .extracting(n -> n.getClass().getSimpleName())
                .containsExactly("TypeLiteral", "Local", "Call", "Jump");
        assertThat(choice.arms().get(1).children())
                .extracting(n -> n.getClass().getSimpleName())
                .containsExactly("Local", "Call", "Jump");
        assertThat(calls(choice)).containsExactly("e", "f", "g", "h");
    }

    @Test
    void tryKeepsResourcesHandlersAndEnd() {
        Node.Try attempt =
                (Node.Try) step("try (A a = f(); b; this.c) { g(); } catch (X | p.Y e) { h(); } finally { i(); }");
        assertThat(attempt.resources()).hasSize(3);
        assertThat(attempt.resources().get(0)).isInstanceOf(Node.Local.class);
        assertThat(attempt.resources().get(1)).isEqualTo(name("b"));
        assertThat(attempt.handlers()).hasSize(1);
        assertThat(attempt.handlers().get(0).types()).containsExactly(TypeName.of("X"), TypeName.of("p.Y"));
        assertThat(attempt.handlers().get(0).name()).isEqualTo("e");
        assertThat(calls(attempt)).containsExactly("f", "g", "h", "i");
        assertThat(attempt.span()).isEqualTo(new Span(2, 1, 2, 3));
    }

    @Test
    void synchronizedIsLocked() {
        Node.Locked locked = (Node.Locked) step("synchronized (this) { f(); }");
        assertThat(locked.monitor()).isEqualTo(name("this"));
        assertThat(locked.span()).isEqualTo(new Span(2, 1, 2, 19));
    }

    @Test
    void jumpsKeepTheirLabels() {
        List<Node> body = ((Node.Loop) step("out: while (a) { if (b) break out; continue out; }"))
                .body()
                .children();
        assertThat(((Node.Branch) body.get(0)).arms()).containsExactly(new Node.Jump(Node.JumpKind.BREAK, "out", null));
        assertThat(body.get(1)).isEqualTo(new Node.Jump(Node.JumpKind.CONTINUE, "out", null));
    }

    @Test
    void returnThrowAndAssert() {
        assertThat(step("return;")).isEqualTo(new Node.Return(null));
        assertThat(step("return a;")).isEqualTo(new Node.Return(name("a")));
        assertThat(step("throw a;")).isEqualTo(new Node.Throw(name("a")));
        assertThat(step("assert a : b;")).isEqualTo(new Node.Operation("assert", List.of(name("a"), name("b"))));
    }

    @Test
    void constructorCallIsNamedByItsKeyword() {
        List<Node> steps = type("class A { A() {\nsuper(f());\n} A(int a) {\nthis();\n} A(B b) {\nb.c().super(a);\n} }")
                .methods()
                .stream()
                .flatMap(m -> m.body().steps().stream())
                .toList();
        assertThat(steps.get(0)).isInstanceOfSatisfying(Node.Call.class, call -> {
            assertThat(call.name()).isEqualTo("super");
            assertThat(call.receiver()).isNull();
            assertThat(call.span()).isEqualTo(new Span(2, 1, 2, 10));
            assertThat(call.nameSpan()).isEqualTo(new Span(2, 1, 2, 5));
        });
        assertThat(((Node.Call) steps.get(1)).name()).isEqualTo("this");
        assertThat(calls(steps.get(2))).containsExactly("c", "super");
    }

    @Test
    void nestedBlocksStayBlocks() {
        assertThat(step("{ f(); }")).isInstanceOf(Node.Block.class);
    }

    @Test
    void blockOfLambdaInsideACallIsKept() {
        assertThat(calls(step("pool.submit(() -> { f(); g(() -> h()); });"))).containsExactly("f", "g", "h", "submit");
    }
}
