package io.loadline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class VersionTest {

    @Test
    void versionsOrderAsMavenOrdersThem() {
        List<String> ascending = List.of(
                "0.9",
                "1.0-alpha1",
                "1.0-beta-2",
                "1.0.0.M1",
                "1.0-RC1",
                "1.0-rc2",
                "1.0-SNAPSHOT",
                "1.0",
                "1.0-sp1",
                "1.0-jre",
                "1.0.1",
                "1.9",
                "1.10",
                "3.0.0-M1",
                "3.0.0",
                "33.4.8-jre",
                "2021.0.1",
                "20240303");

        for (int i = 0; i + 1 < ascending.size(); i++) {
            Version lower = Version.of(ascending.get(i));
            Version higher = Version.of(ascending.get(i + 1));
            assertThat(lower).isLessThan(higher);
            assertThat(higher).isGreaterThan(lower);
        }
    }

    @Test
    void releaseSuffixesAndTrailingZerosMakeNoDifference() {
        assertThat(Version.of("5.0.0.RELEASE")).isEqualTo(Version.of("5.0")).hasSameHashCodeAs(Version.of("5"));
        assertThat(Version.of("6.2.13.Final")).isEqualTo(Version.of("6.2.13"));
        assertThat(Version.of("1.0-M2")).isEqualTo(Version.of("1.0.0.m2"));
        assertThat(Version.of("1.0")).isNotEqualTo(Version.of("1.1"));
    }

    @Test
    void everyTextIsAVersion() {
        assertThat(Version.of("")).isLessThan(Version.of("1"));
        assertThat(Version.of("${spring.version}").toString()).isEqualTo("${spring.version}");
    }
}
