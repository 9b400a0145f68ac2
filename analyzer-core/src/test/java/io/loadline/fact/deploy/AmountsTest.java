package io.loadline.fact.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.deploy.Amount;
import io.loadline.evidence.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    private static final Location AT = Location.of("a.yml");

    @ParameterizedTest
    @CsvSource({
        "500m, 500",
        "1, 1000",
        "0.5, 500",
        "1.5, 1500",
        "100u, 1",
        "1n, 1",
        ".25, 250",
        "2., 2000",
        "1001m, 1001"
    })
    void coresAreExactInThousandths(String text, long thousandths) {
        assertThat(Amounts.quantity(text, AT).thousandths()).hasValue(thousandths);
    }

    @ParameterizedTest
    @CsvSource({
        "512Mi, 536870912",
        "1Gi, 1073741824",
        "1G, 1000000000",
        "1e3, 1000",
        "1E3, 1000",
        "1E, 1000000000000000000",
        "128974848000m, 128974848",
        "1.5Gi, 1610612736",
        "100k, 100000",
        "1Ki, 1024"
    })
    void memoryIsExactInBytes(String text, long bytes) {
        assertThat(Amounts.quantity(text, AT).whole()).hasValue(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ .Values.cpu }}", "${CPU}", "1Kii", "1 Gi", "many", "1e999", "--1", "m"})
    void whatIsNoQuantityKeepsItsTextOnly(String text) {
        Amount amount = Amounts.quantity(text, AT);
        assertThat(amount.isUnresolved()).isTrue();
        assertThat(amount.text()).isEqualTo(text);
        assertThat(amount.whole()).isEmpty();
    }

    @Test
    void amountTooLargeForItsUnitIsNoNumber() {
        assertThat(Amounts.quantity("9".repeat(30), AT).whole()).isEmpty();
        assertThat(Amounts.quantity("9E", AT).thousandths()).isEmpty();
        assertThat(Amounts.quantity("9E", AT).whole()).hasValue(9_000_000_000_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "512m, 536870912",
        "1g, 1073741824",
        "1.5gb, 1610612736",
        "64M, 67108864",
        "10b, 10",
        "2048, 2048",
        "1GiB, 1073741824"
    })
    void dockerCountsInPowersOfTwo(String text, long bytes) {
        assertThat(Amounts.dockerBytes(text, AT).whole()).hasValue(bytes);
    }

    @ParameterizedTest
    @CsvSource({"30, 30000", "30s, 30000", "1m30s, 90000", "500ms, 500", "1h, 3600000", "1.5s, 1500"})
    void durationsAreSeconds(String text, long milliseconds) {
        assertThat(Amounts.duration(text, AT).thousandths()).hasValue(milliseconds);
    }

    @Test
    void brokenDurationIsUnresolved() {
        assertThat(Amounts.duration("1m30", AT).isUnresolved()).isTrue();
        assertThat(Amounts.duration("soon", AT).isUnresolved()).isTrue();
    }

    @Test
    void percentagesCountHundredths() {
        assertThat(Amounts.count("25%", AT).isPercentage()).isTrue();
        assertThat(Amounts.count("25%", AT).whole()).hasValue(25);
    }
}
