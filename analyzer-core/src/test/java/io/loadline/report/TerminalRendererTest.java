package io.loadline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.evidence.Location;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalRendererTest {

    private static final RenderOptions PLAIN = RenderOptions.PLAIN;

    @Test
    void aReportLooksAsAgreed() throws IOException {
        Golden.matches("shop.txt", shop(PLAIN));
    }

    @Test
    void aDetailedReportLooksAsAgreed() throws IOException {
        Golden.matches("shop-details.txt", shop(PLAIN.inFull()));
    }

    @Test
    void anEmptyReportSaysSo() throws IOException {
        assertThat(Golden.text(new TerminalRenderer(PLAIN), SampleReport.empty()))
                .contains("Nothing here can be judged")
                .contains("no root causes");
    }

    @Test
    void aTypicalReportFitsTheScreen() throws IOException {
        for (int width : List.of(80, 100, 120, 200)) {
            assertThat(shop(PLAIN.wide(width)).lines()).hasSizeLessThanOrEqualTo(25);
        }
    }

    @Test
    void theVerdictIsToldToItsEnd() throws IOException {
        for (int width : List.of(80, 100, 120, 200)) {
            assertThat(shop(PLAIN.wide(width)).replaceAll("\\s+", " "))
                    .contains(SampleReport.shop().verdict());
        }
    }

    @Test
    void noLineIsWiderThanTheTerminal() throws IOException {
        for (Report report : List.of(SampleReport.shop(), HostileReport.report())) {
            for (RenderOptions options : List.of(PLAIN.wide(60), PLAIN.wide(80).inFull())) {
                assertThat(Golden.text(new TerminalRenderer(options), report).lines())
                        .isNotEmpty()
                        .allSatisfy(
                                line -> assertThat(Cells.width(line)).as(line).isLessThanOrEqualTo(options.width()));
            }
        }
    }

    @Test
    void scannedTextCannotSteerTheTerminal() throws IOException {
        for (RenderOptions options : List.of(PLAIN, PLAIN.inFull())) {
            String text = Golden.text(new TerminalRenderer(options), HostileReport.report());
            assertThat(text).contains("\\u{1b}").contains("\\u{202e}");
            assertThat(text.codePoints().filter(c -> c != '\n' && Plain.isDeceptive(c)))
                    .isEmpty();
        }
    }

    @Test
    void colourComesOnlyWhenAsked() throws IOException {
        assertThat(shop(PLAIN)).doesNotContain("\u001b");
        assertThat(shop(PLAIN.coloured())).contains("\u001b[31;1mblocker");
    }

    @Test
    void colouredTextReadsTheSame() throws IOException {
        assertThat(shop(PLAIN.coloured()).replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(shop(PLAIN));
    }

    @Test
    void caretsStandUnderWideCharactersAndTabs() {
        Caret caret = Caret.under("\t漢字(call)", new Location("A.java", 1, 5, 1, 8), 40);
        assertThat(caret.source()).isEqualTo("漢字(call)");
        assertThat(caret.marks()).isEqualTo("     ^^^^");
    }

    @Test
    void longLinesAreCutAroundTheCarets() {
        String line = "x".repeat(300) + "here" + "y".repeat(300);
        Caret caret = Caret.under(line, new Location("A.java", 1, 301, 1, 304), 60);
        assertThat(caret.source()).hasSize(60).contains("here");
        assertThat(caret.marks()).hasSize(caret.source().indexOf("here") + 4).endsWith(" ^^^^");
    }

    @Test
    void placesBehindTheLineAreMarkedAtItsEnd() {
        assertThat(Caret.under("ab", new Location("A.java", 1, 9, 1, 12), 40).marks())
                .isEqualTo("  ^");
    }

    private static String shop(RenderOptions options) throws IOException {
        return Golden.text(new TerminalRenderer(options), SampleReport.shop());
    }
}
