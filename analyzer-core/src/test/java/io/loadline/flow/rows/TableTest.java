package io.loadline.flow.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TableTest {

    private static final Table ORDERS = new Table(
            "shop_order",
            Growth.EVENTS,
            Set.of(Set.of("shopid", "badge")),
            Map.of("badgecode", "badge"),
            Set.of("buyer"));

    @Test
    void keysAreTheIdAndWhatIsUniqueTogether() {
        assertThat(ORDERS.isKey(List.of("order_id"))).isFalse();
        assertThat(ORDERS.isKey(List.of("shop_order_id"))).isTrue();
        assertThat(ORDERS.isKey(List.of("id"))).isTrue();
        assertThat(ORDERS.isKey(List.of("shopId", "badge_code"))).isTrue();
        assertThat(ORDERS.isKey(List.of("shopId"))).isFalse();
    }

    @Test
    void namesOfWhatHappenedAreItsOwnNumbersOnly() {
        assertThat(ORDERS.named(equal("orderSn"))).contains("orderSn");
        assertThat(ORDERS.named(equal("token"))).contains("token");
        assertThat(ORDERS.named(equal("userName"))).isEmpty();
        assertThat(ORDERS.named(equal("name"))).isEmpty();
    }

    @Test
    void parentsAreNamedByTheirIdsButNotByParts() {
        assertThat(ORDERS.owners(equal("customerId"))).containsExactly("customerId");
        assertThat(ORDERS.owners(equal("buyer"))).containsExactly("buyer");
        assertThat(ORDERS.owners(equal("tenantId"))).isEmpty();
        assertThat(ORDERS.owners(equal("state"))).isEmpty();
    }

    @Test
    void littleBelongsToOneThingThatHappened() {
        assertThat(Table.isNarrow(List.of("orderId"), equal("orderId"))).isTrue();
        assertThat(Table.isNarrow(List.of("customerId"), equal("customerId"))).isFalse();
    }

    @Test
    void littleBelongsToOneParentOnOneDay() {
        Restriction train = new Restriction(Set.of("trainNumber", "travelDate"), Set.of(), false);

        assertThat(Table.isNarrow(List.of("trainNumber"), train)).isTrue();
    }

    private static Restriction equal(String column) {
        return new Restriction(Set.of(column), Set.of(), false);
    }
}
