package io.loadline.source.java;

import static io.loadline.source.java.Sources.calls;
import static io.loadline.source.java.Sources.java;
import static io.loadline.source.java.Sources.read;
import static io.loadline.source.java.Sources.step;
import static io.loadline.source.java.Sources.steps;
import static io.loadline.source.java.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.code.FieldDecl;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.code.TypeName;
import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.evidence.Span;
import io.loadline.source.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies at a depth at which the parser's own time would explode; the timeout only ends what would never end. */
@Timeout(120)
class DeepBodiesTest {

    private static final int LEVELS = 40;

    private static List<Node.Call> all(Node node) {
        return Sources.all(node).stream()
                .filter(Node.Call.class::isInstance)
                .map(Node.Call.class::cast)
                .toList();
    }

    private static TypeDecl innermost(TypeDecl type) {
        TypeDecl here = type;
        while (true) {
            List<TypeDecl> inner = here.methods().stream()
                    .flatMap(m -> Sources.all(m.body()).stream())
                    .filter(n -> n instanceof Node.New made && made.body() != null)
                    .map(n -> ((Node.New) n).body())
                    .toList();
            if (inner.isEmpty()) {
                return here;
            }
            here = inner.get(0);
        }
    }

    @Test
    void lambdasInLambdasAreKeptToTheLast() {
        List<String> names = new ArrayList<>(List.of("end"));
        names.addAll(Collections.nCopies(LEVELS, "run"));
        assertThat(calls(step("x.run(() -> {\n".repeat(LEVELS) + "end();" + "});".repeat(LEVELS))))
                .containsExactlyElementsOf(names);
    }

    @Test
    void positionsInsideAreThoseOfTheFile() {
        Node outer = step(
                "  a(() -> {\n   b(() -> {\n    c(() -> { d(() -> {\n  e(1);  f(() -> { g(2); }); }); }); }); });");
        assertThat(all(outer))
                .extracting(call -> call.name() + " " + call.span().line() + ":"
                        + call.span().column())
                .containsExactlyInAnyOrder("a 2:3", "b 3:4", "c 4:5", "d 4:15", "e 5:3", "f 5:10", "g 5:20");
        assertThat(all(outer).stream()
                        .filter(call -> call.name().equals("g"))
                        .findFirst()
                        .orElseThrow()
                        .span())
                .isEqualTo(new Span(5, 20, 5, 23));
    }

    @Test
    void anonymousClassesInsideAreNumberedInOrder() {
        TypeDecl type = type("class A { void m() {\n" + "new X<int[]>() { void m() {\n".repeat(LEVELS) + "end();"
                + "} }.go();".repeat(LEVELS) + "} }");
        TypeDecl last = innermost(type);
        String expected =
                IntStream.rangeClosed(1, LEVELS).mapToObj(i -> "." + i).reduce("A", String::concat);
        assertThat(last.qualifiedName()).isEqualTo(expected);
        assertThat(last.span()).isEqualTo(new Span(LEVELS + 1, 1, LEVELS + 1, 3));
        assertThat(calls(last.methods().get(0).body())).containsExactly("end");
    }

    @Test
    void switchesInsideKeepTheirArms() {
        Node deep = step(
                "a(() -> { b(() -> { c(switch (x) { case 1, 2 -> { yield d(); } default -> e(); });\n switch (y) { case 1: f(); case 2: g(); default: } switch (z) { } }); });");
        assertThat(calls(deep)).containsExactly("a", "b", "c", "d", "e", "f", "g");
        List<Node.Branch> branches = Sources.all(deep).stream()
                .filter(Node.Branch.class::isInstance)
                .map(Node.Branch.class::cast)
                .toList();
        assertThat(branches).extracting(b -> b.arms().size()).containsExactlyInAnyOrder(2, 3, 0);
    }

    @Test
    void localEnumIsALocalType() {
        List<Node> steps = steps("f();\nenum E implements I { A, B(1) { }; void g() { h(); } }\nE e = E.A;");
        assertThat(steps).hasSize(3);
        TypeDecl local = ((Node.LocalType) steps.get(1)).type();
        assertThat(local.kind()).isEqualTo(TypeDecl.Kind.ENUM);
        assertThat(local.qualifiedName()).isEqualTo("A.1E");
        assertThat(local.fields()).extracting(FieldDecl::name).containsExactly("A", "B");
        assertThat(local.supertypes()).containsExactly(TypeName.of("I"));
        assertThat(local.span()).isEqualTo(new Span(3, 6, 3, 6));
    }

    @Test
    void enumInARecordInAMethodIsAMember() {
        Node.LocalType local = (Node.LocalType) step("record R(@S({1}) int x) { enum F { G } }");
        assertThat(local.type().members()).extracting(TypeDecl::qualifiedName).containsExactly("A.1R.F");
    }

    @Test
    void enumAsANameIsNoType() {
        assertThat(calls(step("while (enum.hasMoreElements()) { enum.nextElement(); }")))
                .hasSize(2);
    }

    @Test
    void errorDeepInsideIsToldOnceAndTheRestKept() {
        Reader.Result result = read("class A { void m() {\n" + "x.run(() -> {\n".repeat(LEVELS) + "  end(;\n last();"
                + "});".repeat(LEVELS) + "} void n() { f(); } }");
        assertThat(result.problems())
                .extracting(Problem::at)
                .containsExactly(new Location(Sources.PATH, LEVELS + 2, 7, LEVELS + 2, 7));
        TypeDecl type = java(result).unit().types().get(0);
        assertThat(calls(type.methods().get(0).body())).contains("last").hasSize(LEVELS + 1);
        assertThat(type.methods()).hasSize(2);
    }

    @Test
    void unclosedLambdasEnd() {
        assertThat(read("class A { void m() { " + "x.run(() -> { ".repeat(LEVELS))
                        .problems())
                .isNotEmpty();
    }

    @Test
    void bracketsInTextAndCommentsDoNotCount() {
        String noise = "/* ((({ */ f(\"(((\", '(', '\"', \"\"\"\n {{{ \\\"\"\" (\"\"\"); // }}}\n";
        assertThat(calls(step("a(() -> { b(() -> { " + noise + "c(() -> { " + noise + "}); }); });")))
                .containsExactly("a", "b", "c", "f", "f");
    }

    @Test
    void annotationsInExpressionsInAnnotationsAreRefused() {
        Reader.Result result =
                read("class A { void m() { " + "@B(x = (".repeat(30) + "1" + ")) T y)".repeat(30) + " } }");
        assertThat(result.input()).isNull();
        assertThat(result.problems())
                .extracting(Problem::message)
                .containsExactly("The code is nested too deeply to be read.");
    }

    @Test
    void plainAnnotationsOfParametersAreFine() {
        assertThat(calls(step("f((@A(1) int a) -> g((@B({2}) int b) -> h((@C(3) int c) -> 1)));")))
                .containsExactly("f", "g", "h");
    }
}
