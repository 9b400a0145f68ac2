package io.loadline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loadline.verdict.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HtmlRendererTest {

    private static final HtmlRenderer RENDERER = new HtmlRenderer();
    private static final int TWO_MEGABYTES = 2_000_000;

    @Test
    void aPageLooksAsAgreed() throws IOException {
        Golden.matches("shop.html", Golden.text(RENDERER, SampleReport.shop()));
    }

    @Test
    void nothingIsLoadedFromAnywhere() throws IOException {
        assertThat(Golden.text(RENDERER, SampleReport.shop()))
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("src=")
                .doesNotContain("url(http")
                .doesNotContain("@import")
                .contains("default-src &#39;none&#39;");
    }

    @Test
    void scannedTextNeverBecomesMarkup() throws IOException {
        String page = Golden.text(RENDERER, HostileReport.report());
        assertThat(page)
                .doesNotContain("<img")
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain(" onerror=alert(1)>");
        assertThat(page.split("</script>", -1)).hasSize(2);
        assertThat(page.split("</style>", -1)).hasSize(2);
        assertThat(page.split("<!--", -1)).hasSize(1);
        assertThat(page.codePoints().filter(c -> c != '\n' && Plain.isDeceptive(c)))
                .isEmpty();
    }

    @Test
    void scannedTextAddsNeitherElementsNorAttributes() throws IOException {
        assertThat(tags(HostileReport.report()).stream().skip(1))
                .isNotEmpty()
                .allSatisfy(tag -> assertThat(tag).matches("</?[a-zA-Z0-9!]+( [a-zA-Z:-]+=\"[^\"<>]*\")*/?>"));
    }

    @Test
    void everyElementIsClosed() throws IOException {
        for (Report report : List.of(SampleReport.shop(), SampleReport.empty(), HostileReport.report())) {
            List<String> open = new ArrayList<>();
            for (String tag : tags(report)) {
                String name = tag.replaceAll("[</>]", "").split(" ")[0];
                if (tag.endsWith("/>")
                        || List.of("!DOCTYPE", "meta", "input", "path", "circle")
                                .contains(name)) {
                    continue;
                }
                if (tag.startsWith("</")) {
                    assertThat(open.remove(open.size() - 1)).isEqualTo(name);
                } else {
                    open.add(name);
                }
            }
            assertThat(open).isEmpty();
        }
    }

    @Test
    void idsAreUniqueAndLinksLeadSomewhere() throws IOException {
        String page = Golden.text(RENDERER, SampleReport.shop());
        List<String> ids = matches(page, " id=\"([^\"]+)\"").toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(matches(page, "href=\"#([^\"]+)\"").toList()).isNotEmpty().isSubsetOf(ids);
        assertThat(matches(page, "aria-labelledby=\"([^\"]+)\"").toList())
                .isNotEmpty()
                .isSubsetOf(ids);
    }

    @Test
    void whatNobodyWorkedOutIsNotCalledConstant() throws IOException {
        Report.Entry entry = new Report.Entry(
                "orders",
                "GET /orders",
                "http",
                SampleReport.at("Orders.java", 1, 1, 2),
                Map.of(),
                0,
                0.0,
                false,
                List.of());
        assertThat(Golden.text(RENDERER, SampleReport.entered(entry)))
                .contains("GET /orders", "no remote call waited for")
                .doesNotContain("constant", "Cost of one call", ">0 s<");
        assertThat(Golden.text(RENDERER, SampleReport.shop())).contains("constant", "Cost of one call");
    }

    @Test
    void theAnswerStandsAloneAndTheNextStepBelow() throws IOException {
        String page = Golden.text(RENDERER, SampleReport.shop());
        assertThat(page).contains("run out.</h1>").contains("<p class=\"next\">Best next step: ");
    }

    @Test
    void thousandsOfFindingsStayBelowTwoMegabytes() throws IOException {
        for (Report report : List.of(SampleReport.shop(), HostileReport.report())) {
            List<Finding> many = Collections.nCopies(5_000, report.findings().get(0));
            String page = Golden.text(RENDERER, SampleReport.with(report, many));
            assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(TWO_MEGABYTES);
            assertThat(page).contains("The JSON report holds them all.").contains("id=\"method\"");
        }
    }

    @Test
    void causesThatGainMostComeFirst() throws IOException {
        List<String> causes = matches(Golden.text(RENDERER, SampleReport.shop()), " id=\"cause-([^\"]+)\"")
                .toList();
        List<String> byGain = SampleReport.shop().open().stream()
                .sorted((a, b) -> Double.compare(gain(b), gain(a)))
                .map(Finding::fingerprint)
                .toList();
        assertThat(causes).isEqualTo(byGain);
    }

    @Test
    void secretsOfSourceLinesAreNotShown() throws IOException {
        List<Finding> findings = SampleReport.shop().findings();
        Excerpts excerpts = Excerpts.of(findings, path -> Optional.of("password: hunter2\n".repeat(60)));
        assertThat(excerpts.lines()).isNotEmpty();
        assertThat(excerpts.lines().values()).noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void aPageWithOpenElementsIsABug() {
        assertThatThrownBy(() -> new Html().open("p").document()).isInstanceOf(IllegalStateException.class);
    }

    private static double gain(Finding finding) {
        return SampleReport.shop().gain(finding).orElse(0.0);
    }

    /** Tags outside style and script. */
    private static List<String> tags(Report report) throws IOException {
        String page =
                Golden.text(RENDERER, report).replaceAll("(?s)(<style>).*?(</style>)|(<script>).*?(</script>)", "");
        return matches(page, "(<[^>]*>)").toList();
    }

    private static Stream<String> matches(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().map(match -> match.group(1));
    }
}
