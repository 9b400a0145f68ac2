package io.loadline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IgnoreRulesTest {

    private static IgnoreRules rules(String... lines) {
        return IgnoreRules.NONE.and("", List.of(lines));
    }

    private static boolean ignoresFile(String path, String... lines) {
        return rules(lines).ignores(path, false);
    }

    @Test
    void plainNameIsIgnoredAtAnyDepth() {
        assertThat(ignoresFile("a/b/notes.yml", "notes.yml")).isTrue();
        assertThat(ignoresFile("a/b/notes.yaml", "notes.yml")).isFalse();
    }

    @Test
    void starStaysInsideOneName() {
        assertThat(ignoresFile("a/x.yml", "*.yml")).isTrue();
        assertThat(ignoresFile("conf/x.yml", "conf/*.yml")).isTrue();
        assertThat(ignoresFile("conf/deep/x.yml", "conf/*.yml")).isFalse();
    }

    @Test
    void leadingSlashAnchorsToTheFolderOfTheFile() {
        assertThat(ignoresFile("x.yml", "/x.yml")).isTrue();
        assertThat(ignoresFile("a/x.yml", "/x.yml")).isFalse();
        assertThat(ignoresFile("b/a/x.yml", "a/x.yml")).isFalse();
    }

    @Test
    void trailingSlashSpeaksOfFoldersOnly() {
        assertThat(rules("logs/").ignores("a/logs", true)).isTrue();
        assertThat(rules("logs/").ignores("a/logs", false)).isFalse();
    }

    @Test
    void doubleStarSpansFolders() {
        assertThat(ignoresFile("gen/x.yml", "**/gen/x.yml")).isTrue();
        assertThat(ignoresFile("a/b/gen/x.yml", "**/gen/x.yml")).isTrue();
        assertThat(ignoresFile("a/x.yml", "a/**/x.yml")).isTrue();
        assertThat(ignoresFile("a/b/c/x.yml", "a/**/x.yml")).isTrue();
        assertThat(ignoresFile("a/b", "a/**")).isTrue();
        assertThat(rules("a/**").ignores("a", true)).isFalse();
    }

    @Test
    void lastPatternThatSpeaksOfThePathDecides() {
        assertThat(ignoresFile("keep.yml", "*.yml", "!keep.yml")).isFalse();
        assertThat(ignoresFile("keep.yml", "!keep.yml", "*.yml")).isTrue();
    }

    @Test
    void deeperFileOverridesTheFilesAbove() {
        IgnoreRules deeper = rules("*.yml").and("a", List.of("!x.yml"));
        assertThat(deeper.ignores("a/x.yml", false)).isFalse();
        assertThat(deeper.ignores("a/y.yml", false)).isTrue();
    }

    @Test
    void classesQuestionMarksAndEscapesAreUnderstood() {
        assertThat(ignoresFile("a1.yml", "a[0-9].yml")).isTrue();
        assertThat(ignoresFile("ab.yml", "a[!0-9].yml")).isTrue();
        assertThat(ignoresFile("a1.yml", "a[!0-9].yml")).isFalse();
        assertThat(ignoresFile("ab.yml", "a?.yml")).isTrue();
        assertThat(ignoresFile("#x.yml", "\\#x.yml")).isTrue();
        assertThat(ignoresFile("!x.yml", "\\!x.yml")).isTrue();
        assertThat(ignoresFile("[.yml", "[.yml")).isTrue();
    }

    @Test
    void commentsAndBlankLinesSayNothing() {
        assertThat(ignoresFile("#x", "# x", "", "   ", "#x")).isFalse();
        assertThat(ignoresFile("x.yml", "x.yml   ")).isTrue();
    }

    @Test
    void hostilePatternsStayCheap() {
        String stars = "*a".repeat(2_000) + "b";
        String folders = "**/a/".repeat(500) + "b";
        assertThat(ignoresFile("a".repeat(4_000), stars)).isFalse();
        assertThat(ignoresFile("a/".repeat(1_000) + "c", folders)).isFalse();
    }
}
