package io.loadline.source.java;

import static io.loadline.source.java.Sources.java;
import static io.loadline.source.java.Sources.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.source.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class HostileSourcesTest {

    private static String body(String statements) {
        return "class A { void m() { " + statements + " } }";
    }

    private static List<Node> steps(Reader.Result result) {
        return java(result).unit().types().get(0).methods().get(0).body().steps();
    }

    private static <T> T onStack(long bytes, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "reader", bytes);
        thread.start();
        return task.get();
    }

    @Test
    void unreadableStatementIsToldAndTheRestKept() {
        Reader.Result result =
                read("class A {\n  void m() {\n    f();\n    x = 2 3;\n    g();\n  }\n  void n() { h(); }\n}");
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.at()).isEqualTo(new Location(Sources.PATH, 4, 11, 4, 11));
            assertThat(problem.stage()).isEqualTo("read");
            assertThat(problem.message())
                    .startsWith("Found \"3\"")
                    .endsWith(".")
                    .doesNotContain("\n");
        });
        TypeDecl type = java(result).unit().types().get(0);
        assertThat(type.methods()).hasSize(2);
        assertThat(Sources.calls(type.methods().get(0).body())).containsExactly("f", "g");
    }

    @Test
    void missingBraceSaysWhatWasExpected() {
        Reader.Result result = read("class A {\n");
        assertThat(result.input()).isNull();
        assertThat(result.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("Found the end of the file"));
    }

    @Test
    void unknownCharacterIsLocated() {
        Reader.Result result = read("class A {\n  int a = #;\n}");
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.at().line()).isEqualTo(2);
            assertThat(problem.message()).contains("#");
        });
    }

    @Test
    void complaintsAreCounted() {
        Reader.Result result = read(body("f(;".repeat(30)));
        assertThat(result.problems()).hasSize(11);
        assertThat(result.problems().get(10).message()).isEqualTo("20 more places in this file could not be read.");
    }

    @Test
    void hugeFileIsRefusedBySize() {
        Reader.Result result = read(new byte[JavaReader.LARGEST + 1]);
        assertThat(result.input()).isNull();
        assertThat(result.problems())
                .extracting(Problem::message)
                .containsExactly("The file has 8,388,609 bytes; Java files over 8,388,608 bytes are not read.");
    }

    @Test
    void binaryFileIsRefused() {
        Reader.Result result = read(new byte[] {'c', 'l', 0, 'a'});
        assertThat(result.input()).isNull();
        assertThat(result.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("NUL"));
    }

    @Test
    void malformedTextIsReadWithReplacements() {
        byte[] bytes = "class A { String a = \"x?\"; }".getBytes(StandardCharsets.ISO_8859_1);
        bytes[23] = (byte) 0xE4;
        Reader.Result result = read(bytes);
        assertThat(result.problems()).isEmpty();
        assertThat(java(result).unit().types().get(0).fields().get(0).initializer())
                .isEqualTo(new Node.Literal(Node.LiteralKind.STRING, "x\uFFFD"));
    }

    @Test
    void byteOrderMarkIsSkipped() {
        Reader.Result result = read("\uFEFFclass A {}");
        assertThat(result.problems()).isEmpty();
        assertThat(java(result).unit().types().get(0).span().column()).isEqualTo(7);
    }

    @Test
    void linesAreCountedAsAnEditorDoes() {
        assertThat(java(read("")).lines()).isZero();
        assertThat(java(read("class A {}")).lines()).isEqualTo(1);
        assertThat(java(read("class A {}\n")).lines()).isEqualTo(1);
        assertThat(java(read("class A {\r\n}\r\n// end")).lines()).isEqualTo(3);
        assertThat(java(read("class A {\r}")).lines()).isEqualTo(2);
    }

    @Test
    void deepNestingIsAProblemAndTheReaderGoesOn() throws Exception {
        JavaReader reader = new JavaReader();
        byte[] deep = body("x = " + "!".repeat(200_000) + "y;").getBytes(StandardCharsets.UTF_8);
        byte[] plain = body("f();").getBytes(StandardCharsets.UTF_8);
        Reader.Result refused = onStack(1 << 20, () -> reader.read(Sources.file(deep), deep));
        assertThat(refused.input()).isNull();
        assertThat(refused.problems())
                .extracting(Problem::message)
                .containsExactly("The code is nested too deeply to be read.");
        Reader.Result next = onStack(1 << 20, () -> reader.read(Sources.file(plain), plain));
        assertThat(next.problems()).isEmpty();
        assertThat(Sources.calls(steps(next).get(0))).containsExactly("f");
    }

    @Test
    void thousandsOfParenthesesAreRefused() {
        for (String unit : List.of("(", "(A) (", "f(", "[", "{", "A<")) {
            Reader.Result result = read(body("x = " + unit.repeat(10_000)));
            assertThat(result.input()).isNull();
            assertThat(result.problems())
                    .extracting(Problem::message)
                    .containsExactly("The code is nested too deeply to be read.");
        }
    }

    @Test
    void thousandsOfCastsAreRefused() {
        assertThat(read(body("x = " + "(A) !".repeat(10_000) + "y;")).input()).isNull();
    }

    @Test
    void hundredParenthesesAreRead() {
        Reader.Result result = read(body("x = " + "(".repeat(100) + "1" + ")".repeat(100) + ";"));
        assertThat(result.problems()).isEmpty();
    }

    @Test
    void escapedCharactersOutsideOfLiteralsAreRead() {
        Reader.Result result = read("class A { String \\u0061 = \"\\u00e9\"; }");
        assertThat(result.problems()).isEmpty();
        assertThat(java(result).unit().types().get(0).fields().get(0).name()).isEqualTo("a");
    }

    @Test
    void longSumIsOneOperation() {
        Node sum =
                steps(read(body("x = \"a\"" + " + \"b\"".repeat(20_000) + ";"))).get(0);
        assertThat(((Node.Assign) sum).value().children()).hasSize(20_001);
    }

    @Test
    void longMixedSumIsRead() {
        assertThat(steps(read(body("x = a" + " + b - c".repeat(5_000) + ";")))).hasSize(1);
    }

    @Test
    void longCallChainIsRead() throws Exception {
        Reader.Result result = onStack(512 << 10, () -> read(body("a" + ".b(1)[0].c".repeat(10_000) + ".d();")));
        assertThat(result.problems()).isEmpty();
        assertThat(Sources.calls(steps(result).get(0))).hasSize(10_001);
    }

    @Test
    void longElseIfChainIsRead() throws Exception {
        Reader.Result result = onStack(64L << 20, () -> read(body("if (a) {}" + " else if (b) {}".repeat(3_000))));
        assertThat(result.problems()).isEmpty();
    }
}
