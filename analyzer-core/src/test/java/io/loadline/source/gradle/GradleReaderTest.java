package io.loadline.source.gradle;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.evidence.Span;
import io.loadline.source.Input;
import io.loadline.source.ReadText;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradleReaderTest {

    private static List<Input.Statement> read(String path, String text) {
        return ReadText.cleanly(new GradleReader(), path, text, Input.Gradle.class)
                .statements();
    }

    private static List<String> lines(String text) {
        return read("build.gradle", text).stream()
                .map(s -> String.join("/", s.blocks()) + "|" + s.text())
                .toList();
    }

    @Test
    void statementsKnowTheBlocksAroundThem() {
        assertThat(
                        lines(
                                "plugins {\n id 'java'; id 'x' version '1'\n}\ndependencies { implementation('a:b:1') { exclude group: 'c' } }\n"))
                .containsExactly(
                        "|plugins",
                        "plugins|id 'java'",
                        "plugins|id 'x' version '1'",
                        "|dependencies",
                        "dependencies|implementation('a:b:1')",
                        "dependencies/implementation('a:b:1')|exclude group: 'c'");
    }

    @Test
    void commentsAreRemovedAndStringsAreNotMistakenForThem() {
        assertThat(lines("// { a\nurl = 'http://x' /* } */ + \"${a ? \"}\" : b}//\" // c\nb = '''{\n'''\nc = 1"))
                .containsExactly("|url = 'http://x' + \"${a ? \"}\" : b}//\"", "|b = '''{\n'''", "|c = 1");
    }

    @Test
    void bracketsOperatorsAndLeadingDotsContinueAStatement() {
        assertThat(lines("a(\n 1,\n 2\n)\nb = 1 +\n 2\nc\n  .d()\ne"))
                .containsExactly("|a( 1, 2 )", "|b = 1 + 2", "|c .d()", "|e");
    }

    @Test
    void placesRunFromFirstToLastCharacter() {
        List<Input.Statement> all = read("build.gradle.kts", "dependencies {\n  implementation(\n    \"a:b:1\")\n}\n");
        assertThat(all).extracting(Input.Statement::span).containsExactly(new Span(1, 1, 1, 12), new Span(2, 3, 3, 12));
    }

    @Test
    void versionCatalogIsReadAsTables() {
        List<Input.Statement> all = read(
                "gradle/libs.versions.toml",
                "[versions]\nspring = \"3.1\" # c\n\n[libraries]\nweb = { module = \"a:b\", version.ref = \"spring\" }\n[bundles]\nall = [\n \"x\", # no\n \"y\"\n]\n");
        assertThat(all)
                .extracting(Input.Statement::blocks)
                .containsExactly(List.of("versions"), List.of("libraries"), List.of("bundles"));
        assertThat(all)
                .extracting(Input.Statement::text)
                .containsExactly(
                        "spring = \"3.1\"",
                        "web = { module = \"a:b\", version.ref = \"spring\" }",
                        "all = [ \"x\", \"y\" ]");
    }

    @Test
    void absurdNestingIsAProblemAndTheRestIsKept() {
        var result = ReadText.with(
                new GradleReader(), "build.gradle", "a {".repeat(100_000) + "}".repeat(100_000) + "\nb = 1\n");
        assertThat(ReadText.onlyProblem(result)).contains("nested more than 50 deep");
        List<Input.Statement> all = ((Input.Gradle) result.input()).statements();
        assertThat(all.get(all.size() - 1).text()).isEqualTo("b = 1");
        assertThat(all.get(all.size() - 1).blocks()).isEmpty();
    }

    @Test
    void openStringsAndStrayBracesAreSurvived() {
        assertThat(lines("a = 'it\nb = 1\n}\n}\nc = \"${\nd = 2\n")).contains("|b = 1", "|d = 2");
    }
}
