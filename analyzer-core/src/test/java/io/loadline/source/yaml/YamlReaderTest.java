package io.loadline.source.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.evidence.Problem;
import io.loadline.evidence.Span;
import io.loadline.source.Input;
import io.loadline.source.Reader;
import io.loadline.source.Tree;
import io.loadline.workspace.FileKind;
import io.loadline.workspace.FileRole;
import io.loadline.workspace.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    private static Reader.Result read(String text) {
        return read("a.yml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Reader.Result read(String path, byte[] bytes) {
        SourceFile file = new SourceFile(path, FileKind.YAML, FileRole.MAIN, bytes.length, () -> bytes);
        return new YamlReader().read(file, bytes);
    }

    private static List<Tree> documents(Reader.Result result) {
        assertThat(result.input()).isInstanceOf(Input.Documents.class);
        return ((Input.Documents) result.input()).documents();
    }

    private static Tree only(String text) {
        Reader.Result result = read(text);
        assertThat(result.problems()).isEmpty();
        assertThat(documents(result)).hasSize(1);
        return documents(result).get(0);
    }

    private static String message(Reader.Result result) {
        assertThat(result.problems()).hasSize(1);
        Problem problem = result.problems().get(0);
        return problem.at().line() + ":" + problem.at().column() + " " + problem.message();
    }

    @Test
    void keysAndValuesKnowTheirPlaces() {
        Tree tree = only("a: 1\nb:\n  - x\n  - 'y z'\n");
        assertThat(tree.entry("b").orElseThrow().keySpan()).isEqualTo(new Span(2, 1, 2, 1));
        assertThat(tree.at("b").orElseThrow().span()).isEqualTo(new Span(3, 3, 4, 9));
        assertThat(tree.items("b").get(1)).isEqualTo(new Tree.Scalar("y z", true, new Span(4, 5, 4, 9)));
        assertThat(tree.number("a")).hasValue(1);
        assertThat(tree.span()).isEqualTo(new Span(1, 1, 4, 9));
    }

    @Test
    void blockTextEndsWithItsLastLine() {
        Tree tree = only("a: |\n  one\n  two\n\nb: 2\n");
        assertThat(tree.text("a")).hasValue("one\ntwo\n");
        assertThat(tree.at("a").orElseThrow().span()).isEqualTo(new Span(1, 4, 3, 5));
    }

    @Test
    void nullsAreEmptyAndQuotedNumbersStayText() {
        Tree tree = only("a: ~\nb: null\nc:\nd: '8080'\ne: \"null\"\n");
        assertThat(tree.text("a")).isEmpty();
        assertThat(tree.text("b")).isEmpty();
        assertThat(tree.text("c")).isEmpty();
        assertThat(((Tree.Scalar) tree.at("d").orElseThrow()).quoted()).isTrue();
        assertThat(tree.text("e")).hasValue("null");
    }

    @Test
    void emptyDocumentsAreNoDocuments() {
        assertThat(documents(read("# only a comment\n---\na: 1\n---\n---\nb: 1\n")))
                .hasSize(2);
    }

    @Test
    void jsonIsRead() {
        Tree tree = only("{\n\t\"a\": [1, {\"b\": \"c\\n\"}],\n\t\"d\": {}\n}\n");
        assertThat(tree.items("a").get(1).text("b")).hasValue("c\n");
        assertThat(tree.entry("d").orElseThrow().value().span()).isEqualTo(new Span(3, 7, 3, 8));
    }

    @Test
    void duplicateKeysAreKeptInOrderAndTheLastWins() {
        Tree tree = only("a: 1\na: 2\n");
        assertThat(((Tree.Mapping) tree).entries()).hasSize(2);
        assertThat(tree.text("a")).hasValue("2");
    }

    @Test
    void mergeKeysBringInWhatTheMappingLacks() {
        Tree tree = only("base: &b\n  x: 1\n  y: 2\nmore: &m\n  z: 3\n  x: 9\nuse:\n  <<: [*b, *m]\n  y: 5\n");
        assertThat(tree.at("use").orElseThrow().entries())
                .extracting(Tree.Entry::key)
                .containsExactly("x", "z", "y");
        assertThat(tree.text("use", "x")).hasValue("1");
        assertThat(tree.text("use", "y")).hasValue("5");
    }

    @Test
    void quotedMergeKeyIsAnOrdinaryKey() {
        assertThat(only("a: {'<<': {x: 1}}\n").at("a", "<<", "x")).isPresent();
    }

    @Test
    void aliasesStandForWhatTheyName() {
        Tree tree = only("a: &x [1, 2]\nb: *x\n");
        assertThat(tree.items("b")).hasSize(2);
        assertThat(tree.span()).isEqualTo(new Span(1, 1, 2, 5));
    }

    @Test
    void aliasBombIsAProblemAndTheOtherDocumentsAreKept() {
        StringBuilder bomb = new StringBuilder("before: 1\n---\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9) + "*a" + (i - 1)));
        }
        Reader.Result result = read(bomb + "---\nafter: 1\n");
        assertThat(message(result)).contains("more than 500000 values when its aliases are expanded");
        assertThat(documents(result)).extracting(d -> d.entries().get(0).key()).containsExactly("before", "after");
    }

    @Test
    void aliasInsideItsOwnAnchorIsAProblem() {
        assertThat(message(read("a: &a\n  b: *a\n"))).contains("names no anchor");
    }

    @Test
    void chainOfAliasesCannotHideDepth() {
        StringBuilder chain = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 300; i++) {
            chain.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }
        assertThat(message(read(chain.toString()))).contains("nested more than 200 deep");
    }

    @Test
    void absurdNestingIsAProblem() {
        assertThat(message(read("[".repeat(100_000)))).contains("nested more than 200 deep");
        assertThat(message(read("a: ".repeat(3) + "\n"))).contains("mapping values are not allowed");
        assertThat(message(read("- ".repeat(5_000) + "x"))).contains("nested more than 200 deep");
    }

    @Test
    void brokenDocumentIsLeftOutWithItsPlace() {
        Reader.Result result = read("a: 1\n---\nb: [1\nc: 2\n---\nd: 3\n");
        assertThat(result.problems()).hasSize(1);
        assertThat(result.problems().get(0).at().line()).isBetween(3, 5);
        assertThat(result.problems().get(0).message())
                .startsWith("the document is not valid YAML here and is left out: ");
        assertThat(documents(result)).extracting(d -> d.entries().get(0).key()).containsExactly("a", "d");
        assertThat(documents(result).get(1).span().line()).isEqualTo(6);
    }

    @Test
    void fileWithNothingReadableHasNoInput() {
        assertThat(read("a: 'open\n").input()).isNull();
    }

    @Test
    void tagsAreNeverInstantiated() {
        Tree tree = only("a: !!java.lang.ProcessBuilder [x]\nb: !Ref y\n");
        assertThat(tree.items("a")).hasSize(1);
        assertThat(tree.text("b")).hasValue("y");
    }

    @Test
    void binaryAndOversizedFilesAreProblems() {
        assertThat(message(read("a.yml", new byte[] {'a', 0, 'b'})))
                .isEqualTo("1:1 the file is binary; text was expected");
        assertThat(message(read("a.yml", new byte[(8 << 20) + 1]))).contains("larger than 8 MiB");
    }

    @Test
    void controlCharactersAreAProblem() {
        assertThat(message(read("a: x\nb: \u0007\n"))).contains("a control character is not allowed in text");
    }

    @Test
    void otherEncodingsAreDecoded() {
        assertThat(documents(read("a.yml", "\uFEFFa: é".getBytes(StandardCharsets.UTF_16LE)))
                        .get(0)
                        .text("a"))
                .hasValue("é");
        assertThat(documents(read("a.yml", "a: é".getBytes(StandardCharsets.ISO_8859_1)))
                        .get(0)
                        .text("a"))
                .hasValue("é");
    }

    @Test
    void nonScalarKeysAreLeftOut() {
        assertThat(only("? [a, b]\n: 1\nc: 2\n").entries())
                .extracting(Tree.Entry::key)
                .containsExactly("c");
    }
}
