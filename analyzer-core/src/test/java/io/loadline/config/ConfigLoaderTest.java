package io.loadline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.loadline.config.LoadlineConfig.ServiceParts;
import io.loadline.rule.Severity;
import io.loadline.score.GatePolicy;
import io.loadline.verdict.Suppression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class ConfigLoaderTest {

    private static final String EVERYTHING = """
            environments: [prod, staging]
            services:
              orders:
                modules: [services/orders, services/shared]
                workloads: prod/Deployment/orders
            facts:
              smallTables: [country]
              databases: {orders-db: 400}
              quotas: {payments.example: 600/min}
              singletons: [Deployment/reporter]
              sizes: {orders: 20, orders.lines: 5}
              latencyObjective: 1.5s
            rules:
              client-waits: {severity: minor}
              cache-grows: {enabled: false}
            exclude:
              - legacy/
            failOn: new-major, level:L1
            catalog: [loadline/in-house.yml]
            suppressions:
              - rule: client-waits
                path: legacy/**
                reason: switched off in spring
                until: 2027-01-31
              - {rule: client-waits, service: orders, reason: inner network}
              - {rule: client-waits, fingerprint: 00112233445566778899aabbccddeeff, reason: known}
            loadProfile:
              target: 200/s
              entries: {GET /orders: 120/s}
              holdTimes: {orders-db: 20ms}
            """;

    /** What is wrong, and what the message says of it. */
    private static final Map<String, String> WRONG = Map.ofEntries(
            Map.entry(
                    "environment: prod",
                    "loadline.yml:1: found unknown key 'environment', expected one of environments, "),
            Map.entry("a\nb", "loadline.yml:1: found 'a b' as the file, expected a mapping"),
            Map.entry("exclude: {a: b}", "loadline.yml:1: found a mapping as 'exclude', expected a list"),
            Map.entry(
                    "services:\n  orders:\n    module: a",
                    "loadline.yml:3: found unknown key 'module', expected one of modules, workloads"),
            Map.entry("facts:\n  databases: {a: many}", "loadline.yml:2: found 'many' as 'a', expected a whole number"),
            Map.entry(
                    "facts:\n  databases: {a: -1}",
                    "loadline.yml:2: found '-1' as 'a', expected a whole number from 0"),
            Map.entry("facts:\n  latencyObjective: soon", "expected a time such as 300ms, 2s or 1min"),
            Map.entry("facts:\n  latencyObjective: 0ms", "expected a time such as 300ms, 2s or 1min"),
            Map.entry("loadProfile:\n  target: 200", "expected a rate such as 200/s, 600/min or 10/h"),
            Map.entry(
                    "rules:\n  a: {severity: critical}",
                    "loadline.yml:2: found 'critical' as 'severity', expected one of blocker, major"),
            Map.entry("rules:\n  a: {enabled: perhaps}", "expected true or false"),
            Map.entry("failOn: critical", "loadline.yml:1: found 'critical' as 'failOn', expected none or"),
            Map.entry(
                    "suppressions:\n- {rule: a, path: b}",
                    "loadline.yml:2: found an entry of 'suppressions' without 'reason'"),
            Map.entry("suppressions:\n- {rule: a, reason: b}", "expected one of path, service and fingerprint in it"),
            Map.entry(
                    "suppressions:\n- {rule: a, path: b, service: c, reason: d}",
                    "expected one of path, service and fingerprint"),
            Map.entry(
                    "suppressions:\n- {rule: a, fingerprint: b, reason: d}",
                    "found 'b' as 'fingerprint', expected 32 hexadecimal"),
            Map.entry(
                    "suppressions:\n- {rule: a, path: b, reason: d, until: 2027-13-01}",
                    "expected a day such as 2027-01-31"));

    @Test
    void everythingIsRead() {
        LoadlineConfig config = ConfigLoader.read("loadline.yml", EVERYTHING);
        assertThat(config.environments()).containsExactly("prod", "staging");
        assertThat(config.services().get("orders"))
                .isEqualTo(new ServiceParts(
                        List.of("services/orders", "services/shared"), List.of("prod/Deployment/orders")));
        assertThat(config.facts().smallTables()).containsExactly("country");
        assertThat(config.facts().databases()).containsExactly(Map.entry("orders-db", 400L));
        assertThat(config.facts().quotas().get("payments.example")).isEqualTo(new Rate(10));
        assertThat(config.facts().sizes()).containsEntry("orders.lines", 5L);
        assertThat(config.facts().latencyObjective()).contains(Duration.ofMillis(1500));
        assertThat(config.rules().get("client-waits").otherSeverity()).contains("minor");
        assertThat(config.rules().get("client-waits").enabled()).isTrue();
        assertThat(config.rules().get("cache-grows").enabled()).isFalse();
        assertThat(config.exclude()).containsExactly("legacy/");
        assertThat(config.gatePolicy()).contains("new-major, level:L1");
        assertThat(config.catalog()).containsExactly("loadline/in-house.yml");
        assertThat(config.loadProfile().targetRate()).contains(new Rate(200));
        assertThat(config.loadProfile().holdTimes()).containsEntry("orders-db", Duration.ofMillis(20));
    }

    @Test
    void suppressionsKeepPlaceAndLastDay() {
        List<Suppression> suppressions = ConfigLoader.read("loadline.yml", EVERYTHING).suppressions().stream()
                .map(Suppression::of)
                .toList();
        assertThat(suppressions)
                .extracting(Suppression::cover)
                .containsExactly(
                        new Suppression.Files(new PathPattern("legacy/**")),
                        new Suppression.OneService("orders"),
                        new Suppression.Cause("00112233445566778899aabbccddeeff"));
        assertThat(suppressions.get(0).lastDay()).contains(LocalDate.of(2027, 1, 31));
        assertThat(suppressions.get(0).at().line()).isEqualTo(21);
    }

    @Test
    void emptyFileSaysNothing() {
        assertThat(ConfigLoader.read("loadline.yml", "# nothing yet\n")).isEqualTo(LoadlineConfig.NONE);
        assertThatCode(() -> ConfigLoader.read("loadline.yml", "facts:\nrules:\nexclude:\n"))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsNotUnderstoodFailsWithFileLineFoundAndExpected() {
        WRONG.forEach((yaml, message) -> assertThatThrownBy(() -> ConfigLoader.read("loadline.yml", yaml))
                .as(yaml)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message));
        assertThatThrownBy(() -> ConfigLoader.read("loadline.yml", "exclude: [a]\nexclude: [b]"))
                .hasMessage("loadline.yml:2: found 'exclude' twice, expected it once");
        assertThatThrownBy(() -> ConfigLoader.read("loadline.yml", "exclude: [a"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("not readable as YAML");
        assertThatThrownBy(() -> ConfigLoader.read("loadline.yml", "[".repeat(100_000)))
                .isInstanceOf(ConfigException.class);
    }

    @Test
    void schemaAcceptsAndRefusesTheSame() throws IOException {
        JsonSchema schema = schema();
        assertThat(schema.validate(json(EVERYTHING))).isEmpty();
        WRONG.keySet()
                .forEach(
                        yaml -> assertThat(schema.validate(json(yaml))).as(yaml).isNotEmpty());
    }

    @Test
    void everyGatePolicyThatPassesHereIsUnderstoodLater() {
        for (String policy :
                List.of("none", "new", "blocker", "new-minor", "level:L0", "score:70", "score:99.5", "info,new")) {
            assertThat(ConfigLoader.read("loadline.yml", "failOn: '" + policy + "'")
                            .gatePolicy())
                    .contains(policy);
            assertThatCode(() -> GatePolicy.parse(policy)).doesNotThrowAnyException();
        }
    }

    @Test
    void everySeverityIsAWordHere() {
        for (Severity severity : Severity.values()) {
            String yaml = "rules: {a: {severity: " + severity.word() + "}}";
            assertThatCode(() -> ConfigLoader.read("loadline.yml", yaml)).doesNotThrowAnyException();
        }
    }

    @Test
    void misspeltRuleIsRefusedWithItsLine() {
        LoadlineConfig config = ConfigLoader.read("loadline.yml", EVERYTHING);
        assertThatCode(() -> config.requireRules(Set.of("client-waits", "cache-grows")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> config.requireRules(Set.of("client-waits")))
                .hasMessage("loadline.yml:15: found 'cache-grows', expected the id of a rule");
        LoadlineConfig suppressing =
                ConfigLoader.read("loadline.yml", "suppressions:\n- {rule: a, path: b, reason: c}");
        assertThatThrownBy(() -> suppressing.requireRules(Set.of("client-waits")))
                .hasMessage("loadline.yml:2: found 'a', expected the id of a rule");
    }

    @Test
    void fileIsFoundAboveTheAuditedFolder(@TempDir Path folder) throws IOException {
        Path inner = Files.createDirectories(folder.resolve("services/orders"));
        Files.writeString(folder.resolve("loadline.yml"), "failOn: major");
        assertThat(ConfigLoader.read(ConfigLoader.find(inner).orElseThrow()).gatePolicy())
                .contains("major");
    }

    @Test
    void patternsCrossFoldersOnlyWhereTheySaySo() {
        assertThat(new PathPattern("src/*.java").matches("src/A.java")).isTrue();
        assertThat(new PathPattern("src/*.java").matches("src/a/A.java")).isFalse();
        assertThat(new PathPattern("**/A.java").matches("A.java")).isTrue();
        assertThat(new PathPattern("**/A.java").matches("x/y/A.java")).isTrue();
        assertThat(new PathPattern("legacy/").matches("legacy/x/y.yml")).isTrue();
        assertThat(new PathPattern("legacy/**").matches("legacy2/x.yml")).isFalse();
        assertThat(new PathPattern("a?c.[x]").matches("abc.[x]")).isTrue();
        assertThat(new PathPattern("a/**/b").matches("a/b")).isTrue();
        assertThat(new PathPattern("a/**/b").matches("a/x/y/b")).isTrue();
        assertThat(new PathPattern("*a*b").matches("xaxaxb")).isTrue();
        assertThat(new PathPattern("*a*b").matches("xaxaxc")).isFalse();
        assertThat(new PathPattern("**/".repeat(50) + "*a".repeat(50)).matches("a/".repeat(200) + "b"))
                .isFalse();
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = LoadlineConfig.class.getResourceAsStream("config.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }

    private static JsonNode json(String yaml) {
        return new ObjectMapper().valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }
}
