package io.loadline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRendererTest {

    private final JsonRenderer renderer = new JsonRenderer();

    @Test
    void aFullReportLooksAsAgreed() throws IOException {
        Golden.matches("shop.json", Golden.text(renderer, SampleReport.shop()));
    }

    @Test
    void everyReportFollowsTheSchema() throws IOException {
        for (Report report : List.of(SampleReport.shop(), SampleReport.empty(), HostileReport.report())) {
            JsonNode json = new ObjectMapper().readTree(Golden.text(renderer, report));
            assertThat(schema().validate(json)).isEmpty();
        }
    }

    @Test
    void theSchemaRejectsWhatTheContractLacks() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Golden.text(renderer, SampleReport.shop())
                        .replace("\"severity\": \"major\"", "\"severity\": \"critical\""));
        assertThat(schema().validate(json)).isNotEmpty();
    }

    @Test
    void theSameReportGivesTheSameBytes() throws IOException {
        assertThat(Golden.text(renderer, SampleReport.shop())).isEqualTo(Golden.text(renderer, SampleReport.shop()));
    }

    @Test
    void numbersAreRoundedAndNeverExponents() throws IOException {
        JsonNode score = new ObjectMapper()
                .readTree(Golden.text(renderer, SampleReport.shop()))
                .at("/services/0/score");
        assertThat(score.get("value").asText()).isEqualTo("38.4");
        assertThat(score.get("low").toString()).isEqualTo("31");
        assertThat(score.get("coverage").asText()).isEqualTo("0.9123");
    }

    @Test
    void anUnboundedWaitHasNoSeconds() throws IOException {
        JsonNode wait = new ObjectMapper()
                .readTree(Golden.text(renderer, SampleReport.shop()))
                .at("/entries/0/configuredWait");
        assertThat(wait.get("unbounded").asBoolean()).isTrue();
        assertThat(wait.get("seconds").isNull()).isTrue();
    }

    static JsonSchema schema() throws IOException {
        try (InputStream in = JsonRenderer.class.getResourceAsStream("report.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }
}
