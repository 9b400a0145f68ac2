package io.loadline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.loadline.verdict.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SarifRendererTest {

    private static final SarifRenderer FULL = SarifRenderer.full("");
    private static final SarifRenderer GITHUB = SarifRenderer.forGithub("");

    @Test
    void aReportLooksAsAgreed() throws IOException {
        Golden.matches("shop.sarif", Golden.text(FULL, SampleReport.shop()));
    }

    @Test
    void everyReportFollowsTheOfficialSchema() throws IOException {
        for (SarifRenderer renderer : List.of(FULL, GITHUB)) {
            for (Report report : List.of(SampleReport.shop(), SampleReport.empty(), HostileReport.report())) {
                assertThat(schema().validate(json(renderer, report)))
                        .as(renderer.format())
                        .isEmpty();
            }
        }
    }

    @Test
    void theSchemaWouldNoticeAFlaw() throws IOException {
        JsonNode flawed = new ObjectMapper()
                .readTree(Golden.text(FULL, SampleReport.shop()).replace("\"error\"", "\"fatal\""));
        assertThat(schema().validate(flawed)).isNotEmpty();
    }

    @Test
    void githubGetsOpenFindingsOnly() throws IOException {
        JsonNode results = json(GITHUB, SampleReport.shop()).at("/runs/0/results");
        assertThat(results).hasSize(SampleReport.shop().open().size());
        assertThat(results).noneMatch(result -> result.has("suppressions") || result.has("baselineState"));
        assertThat(json(FULL, SampleReport.shop()).at("/runs/0/results"))
                .hasSize(SampleReport.shop().findings().size()
                        + SampleReport.shop().unknowns().size());
    }

    @Test
    void githubGetsTheWorstFiveThousand() throws IOException {
        Report shop = SampleReport.shop();
        Report many = SampleReport.with(
                shop, Collections.nCopies(6_000, shop.findings().get(0)));
        assertThat(json(GITHUB, many).at("/runs/0/results")).hasSize(5_000);
    }

    @Test
    void everyResultNamesAKnownRuleAndAPlace() throws IOException {
        JsonNode run = json(FULL, SampleReport.shop()).at("/runs/0");
        assertThat(run.at("/results")).isNotEmpty().allSatisfy(result -> {
            JsonNode rule =
                    run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt());
            assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
            assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                            .asText())
                    .isNotEmpty()
                    .doesNotStartWith("/")
                    .doesNotContain(" ");
        });
    }

    @Test
    void theEndColumnLiesBehindTheLastCharacter() throws IOException {
        JsonNode region = json(FULL, SampleReport.shop()).at("/runs/0/results/0/locations/0/physicalLocation/region");
        assertThat(region.get("startColumn").asInt()).isEqualTo(39);
        assertThat(region.get("endColumn").asInt()).isEqualTo(57);
    }

    @Test
    void aPathOfSeveralStepsIsACodeFlow() throws IOException {
        JsonNode results = json(FULL, SampleReport.shop()).at("/runs/0/results");
        assertThat(results.get(0).at("/codeFlows/0/threadFlows/0/locations")).hasSize(3);
        assertThat(results.get(3).has("codeFlows")).isFalse();
    }

    @Test
    void linksPointAtRelatedLocations() throws IOException {
        JsonNode result = json(GITHUB, SampleReport.shop()).at("/runs/0/results/0");
        assertThat(result.at("/message/text").asText()).contains("[calls PaymentsClient.status](1)");
        assertThat(result.at("/relatedLocations/1/id").asInt()).isEqualTo(1);
        assertThat(result.at("/relatedLocations/1/message/text").asText()).isEqualTo("calls PaymentsClient.status");
    }

    @Test
    void scannedTextMakesNoLinks() throws IOException {
        String text = json(FULL, HostileReport.report())
                .at("/runs/0/results/0/message/text")
                .asText();
        assertThat(text).contains("javascript:").doesNotContain("](javascript");
    }

    @Test
    void pathsAreEncodedAndStartAtTheRepository() throws IOException {
        JsonNode result =
                json(SarifRenderer.full("shops/a b/"), SampleReport.shop()).at("/runs/0/results/0");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .startsWith("shops/a%20b/orders/src/main/java/");
    }

    @Test
    void fingerprintsDoNotDependOnLinesAndTheLineHashIsGiven() throws IOException {
        JsonNode prints = json(GITHUB, SampleReport.shop()).at("/runs/0/results/0/partialFingerprints");
        Finding first = SampleReport.shop().findings().get(0);
        assertThat(prints.get("loadlineFingerprint/v1").asText()).isEqualTo(first.fingerprint());
        assertThat(prints.get("primaryLocationLineHash").asText()).matches("[0-9a-f]+:1");
    }

    @Test
    void rulesCarryHelpAndNoSecuritySeverity() throws IOException {
        JsonNode rules = json(GITHUB, SampleReport.shop()).at("/runs/0/tool/driver/rules");
        assertThat(StreamSupport.stream(rules.spliterator(), false)
                        .map(rule -> rule.get("id").asText()))
                .isSorted()
                .contains("http-client-without-timeout")
                .doesNotContain("unbounded-cache");
        assertThat(rules.toString()).contains("problem.severity").doesNotContain("security-severity");
    }

    private static JsonNode json(Renderer renderer, Report report) throws IOException {
        return new ObjectMapper().readTree(Golden.text(renderer, report));
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = SarifRendererTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
        }
    }
}
