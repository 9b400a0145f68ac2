package io.loadline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void textsOfEveryStyleAreRead() {
        assertThat(Durations.parse("5s", "ms")).contains(Duration.ofSeconds(5));
        assertThat(Durations.parse(" 200 ms ", "s")).contains(Duration.ofMillis(200));
        assertThat(Durations.parse("PT1M30S", "ms")).contains(Duration.ofSeconds(90));
        assertThat(Durations.parse("5000", "ms")).contains(Duration.ofSeconds(5));
        assertThat(Durations.parse("2", "min")).contains(Duration.ofMinutes(2));
        assertThat(Durations.parse("-1", "ms")).contains(Duration.ofMillis(-1));
        assertThat(Durations.parse("0.5s", "ms")).contains(Duration.ofMillis(500));
    }

    @Test
    void otherTextsAreNone() {
        assertThat(Durations.parse("soon", "ms")).isEmpty();
        assertThat(Durations.parse("5 apples", "ms")).isEmpty();
        assertThat(Durations.parse("PT", "ms")).isEmpty();
        assertThat(Durations.parse("999999999999999999d", "ms")).isEmpty();
    }

    @Test
    void writtenSpansAreShortAndReadBackTheSame() {
        for (String text : List.of("0s", "1ms", "200ms", "5s", "60s", "90s", "2m", "3m", "1h", "48h", "1500ms")) {
            Duration span = Durations.parse(text, "ms").orElseThrow();
            assertThat(Durations.format(span)).isEqualTo(text);
        }
    }
}
