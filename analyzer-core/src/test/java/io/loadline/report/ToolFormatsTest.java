package io.loadline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the tools that read our reports insist on. */
class ToolFormatsTest {

    private static final RenderOptions IN_SUBFOLDER = RenderOptions.PLAIN.below("shops/first/");

    @Test
    void gitlabFindsFingerprintSeverityPathAndLine() throws IOException {
        JsonNode issues = json("gitlab", SampleReport.shop());
        assertThat(issues).hasSize(SampleReport.shop().open().size()).allSatisfy(issue -> {
            assertThat(issue.get("description").asText()).isNotBlank();
            assertThat(issue.get("check_name").asText()).isNotBlank();
            assertThat(issue.get("severity").asText()).isIn("info", "minor", "major", "critical", "blocker");
            assertThat(issue.at("/location/path").asText()).startsWith("shops/first/");
            assertThat(issue.at("/location/lines/begin").asInt()).isPositive();
        });
        Set<String> fingerprints = new HashSet<>();
        issues.forEach(issue ->
                assertThat(fingerprints.add(issue.get("fingerprint").asText())).isTrue());
    }

    @Test
    void sonarFindsTheRuleOfEveryIssue() throws IOException {
        JsonNode report = json("sonar", SampleReport.shop());
        Set<String> rules = new HashSet<>();
        report.get("rules").forEach(rule -> {
            assertThat(rule.get("engineId").asText()).isEqualTo("loadline");
            assertThat(rule.at("/impacts/0/severity").asText()).isIn("INFO", "LOW", "MEDIUM", "HIGH", "BLOCKER");
            rules.add(rule.get("id").asText());
        });
        assertThat(report.get("issues")).isNotEmpty().allSatisfy(issue -> {
            assertThat(rules).contains(issue.get("ruleId").asText());
            assertThat(issue.at("/primaryLocation/message").asText()).isNotBlank();
            assertThat(issue.at("/primaryLocation/filePath").asText()).isNotBlank();
            assertThat(issue.at("/primaryLocation/textRange/startLine").asInt()).isPositive();
        });
    }

    @Test
    void reviewdogFindsRangesWithAnExclusiveEnd() throws IOException {
        JsonNode first = json("rdjson", SampleReport.shop()).at("/diagnostics/0");
        assertThat(first.get("severity").asText()).isEqualTo("ERROR");
        assertThat(first.at("/location/range/start/column").asInt()).isEqualTo(39);
        assertThat(first.at("/location/range/end/column").asInt()).isEqualTo(57);
        assertThat(first.at("/code/value").asText()).isEqualTo("http-client-without-timeout");
    }

    @Test
    void checkstyleGroupsErrorsByFile() throws Exception {
        Element root = xml("checkstyle", SampleReport.shop());
        NodeList files = root.getElementsByTagName("file");
        assertThat(files.getLength()).isEqualTo(4);
        assertThat(root.getElementsByTagName("error").getLength())
                .isEqualTo(SampleReport.shop().open().size());
        Element client = (Element) files.item(2);
        assertThat(client.getAttribute("name")).endsWith("PaymentsClient.java");
        assertThat(client.getElementsByTagName("error").getLength()).isEqualTo(2);
    }

    @Test
    void junitCountsWhatItHolds() throws Exception {
        Element suite = (Element) xml("junit", SampleReport.shop())
                .getElementsByTagName("testsuite")
                .item(0);
        assertThat(suite.getElementsByTagName("testcase").getLength())
                .isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
        assertThat(suite.getElementsByTagName("failure").getLength())
                .isEqualTo(Integer.parseInt(suite.getAttribute("failures")))
                .isEqualTo(4);
    }

    @Test
    void csvHasOneLineForEachFindingAndAHeader() throws IOException {
        List<String> lines =
                Golden.text(new CsvRenderer(), SampleReport.shop()).lines().toList();
        assertThat(lines).hasSize(1 + SampleReport.shop().findings().size());
        assertThat(lines.get(0)).startsWith("rule,severity,confidence,dimension,services,environment,path,line,column");
        assertThat(lines.get(2)).contains(",catalog orders,prod,").contains("\"orders and catalog ask");
    }

    @Test
    void noCellOfASpreadsheetIsAFormula() throws IOException {
        assertThat(Golden.text(new CsvRenderer(), SampleReport.with(SampleReport.shop(), List.of())))
                .hasLineCount(1);
        Report hostile = HostileReport.report();
        assertThat(CsvRenderer.cell("=cmd()")).isEqualTo("'=cmd()");
        assertThat(CsvRenderer.cell("\t@sum(a,\"b\")")).isEqualTo("\"' @sum(a,\"\"b\"\")\"");
        assertThat(CsvRenderer.cell("a-b")).isEqualTo("a-b");
        assertThat(Golden.text(new CsvRenderer(), hostile))
                .hasLineCount(1 + hostile.findings().size());
    }

    @Test
    void hostileTextLeavesEveryFormatWellFormed() throws Exception {
        for (String format : List.of("gitlab", "sonar", "rdjson")) {
            assertThat(json(format, HostileReport.report())).as(format).isNotEmpty();
        }
        for (String format : List.of("checkstyle", "junit")) {
            assertThat(xml(format, HostileReport.report()).getChildNodes().getLength())
                    .as(format)
                    .isPositive();
        }
    }

    private static JsonNode json(String format, Report report) throws IOException {
        return new ObjectMapper().readTree(Golden.text(Renderers.byFormat(format, IN_SUBFOLDER), report));
    }

    private static Element xml(String format, Report report) throws Exception {
        String text = Golden.text(Renderers.byFormat(format, IN_SUBFOLDER), report);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
    }
}
