package io.loadline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.verdict.Finding;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownRendererTest {

    private static final MarkdownRenderer RENDERER = new MarkdownRenderer();

    @Test
    void aCommentLooksAsAgreed() throws IOException {
        Golden.matches("shop.md", Golden.text(RENDERER, SampleReport.shop()));
    }

    @Test
    void theMarkerComesFirstAndThenTheVerdict() throws IOException {
        assertThat(Golden.text(RENDERER, SampleReport.shop()).lines())
                .startsWith(MarkdownRenderer.MARKER, "**" + SampleReport.shop().verdict() + "**");
    }

    @Test
    void thousandsOfHostileFindingsStillFit() throws IOException {
        for (Report report : List.of(SampleReport.shop(), HostileReport.report())) {
            List<Finding> many = Collections.nCopies(5_000, report.findings().get(0));
            String text = Golden.text(RENDERER, SampleReport.with(report, many));
            assertThat(text).hasSizeLessThanOrEqualTo(60_000).contains("more, left out for length");
            assertThat(text.split("#### ")).hasSize(1 + 5);
        }
    }

    @Test
    void newRootCausesComeFirst() throws IOException {
        String text = Golden.text(RENDERER, SampleReport.shop());
        assertThat(text.indexOf("once per order line")).isLessThan(text.indexOf("ask for 445 connections"));
    }

    @Test
    void scannedTextFormatsNothingAndMentionsNobody() {
        assertThat(Md.text(HostileReport.TEXT, 1_000))
                .doesNotContain("<")
                .doesNotContainPattern("(?<!\\\\)\\]\\(")
                .doesNotContain("@everyone")
                .doesNotContain("https://")
                .doesNotContain("\u001b")
                .doesNotContain("\u202e");
        assertThat(Md.text("a|b `c` *d* _e_", 100)).isEqualTo("a\\|b \\`c\\` \\*d\\* \\_e\\_");
        assertThat(Md.text("- ${A} costs $1", 100)).isEqualTo("\\- &#36;{A} costs &#36;1");
        assertThat(Md.text("1. x", 100)).isEqualTo("1\\. x");
    }

    @Test
    void codeSpansCannotBeLeft() {
        assertThat(Md.code("a``b", 100)).isEqualTo("``` a``b ```");
        assertThat(Md.code("a|b", 100)).isEqualTo("`a\\|b`");
    }

    @Test
    void onlyOurOwnTagsAreOpen() throws IOException {
        String outsideCode = Golden.text(RENDERER, HostileReport.report()).replaceAll("(`+) .*? \\1|`[^`\n]*`", "");
        assertThat(outsideCode.replace(MarkdownRenderer.MARKER, "").replaceAll("</?(details|summary)>", ""))
                .contains("Root causes: ")
                .doesNotContain("<");
    }
}
