package io.loadline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptsTest {

    @Test
    void linesOfFindingsAndTheirEvidenceAreKept() {
        assertThat(SampleReport.shop().excerpts().lines())
                .containsEntry(SampleReport.CLIENT + ":14", "    private final RestTemplate rest = new RestTemplate();")
                .containsKey(SampleReport.SERVICE + ":39")
                .doesNotContainKey(SampleReport.SERVICE + ":40")
                .doesNotContainKey(SampleReport.DEPLOYMENT + ":1");
    }

    @Test
    void valuesOfSecretsAreMaskedInPlace() {
        assertThat(Secrets.mask("  password: hunter2")).isEqualTo("  password: *******");
        assertThat(Secrets.mask("db.setPassword(\"hunter2\");")).isEqualTo("db.setPassword(\"*******\");");
        assertThat(Secrets.mask("url: amqp://shop:hunter2@mq/")).isEqualTo("url: amqp://shop:*******@mq/");
        assertThat(Secrets.mask("  - {name: API_KEY, value: \"s3cret\"}")).doesNotContain("s3cret");
        assertThat(Secrets.mask("<password>hunter2</password>")).doesNotContain("hunter2");
    }

    @Test
    void ordinaryLinesAreLeftAlone() {
        String line = "  maximum-pool-size: 40 # \"forty\"";
        assertThat(Secrets.mask(line)).isEqualTo(line);
    }

    @Test
    void hashesAreThoseOfCodeScanning() {
        assertThat(LineHashes.of("")).hasSize(1).containsEntry(1, "c129715d7a2bc9a3:1");
        assertThat(LineHashes.of(" a\nb\n  \t\tc\n d").values())
                .containsExactly("271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1");
    }

    @Test
    void hashesIgnoreTheKindOfLineEnding() {
        assertThat(LineHashes.of("a\r\nb\rc\r\n")).isEqualTo(LineHashes.of("a\nb\nc\n"));
    }

    @Test
    void repeatedLinesAreCounted() {
        assertThat(LineHashes.of("same line of text here\n".repeat(12)).get(3)).endsWith(":3");
    }
}
