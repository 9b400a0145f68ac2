package io.loadline.flow.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.flow.rows.Statement.Kind;
import org.junit.jupiter.api.Test;

final class StatementTest {

    @Test
    void changesGiveNoRows() {
        assertThat(Statement.of("delete from orders where id = ? returning id").kind())
                .isEqualTo(Kind.NONE);
        assertThat(Statement.of("with gone as (delete from orders returning id) select id from gone")
                        .kind())
                .isEqualTo(Kind.NONE);
        assertThat(Statement.of("UPDATE orders SET state = 1").kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void numbersAreOneRowUnlessGrouped() {
        assertThat(Statement.of("select count(*), max(o.id) from orders o").kind())
                .isEqualTo(Kind.ONE);
        assertThat(Statement.of("select o.shop, count(*) from orders o group by o.shop")
                        .kind())
                .isEqualTo(Kind.GROUPS);
        assertThat(Statement.of("select o.state, count(*) from orders o group by o.state")
                        .kind())
                .isEqualTo(Kind.FEW);
    }

    @Test
    void groupsAreUnknownAlsoWithoutNumbers() {
        assertThat(Statement.of("select o.shop from orders o where o.customer_id = ? group by o.shop")
                        .kind())
                .isEqualTo(Kind.GROUPS);
        assertThat(Statement.of("select o.* from orders o group by o.id").kind())
                .isEqualTo(Kind.ROWS);
        assertThat(Statement.of("SELECT DISTINCT o.stateName FROM Order o").kind())
                .isEqualTo(Kind.FEW);
    }

    @Test
    void conditionsOfJoinedQueriesRestrict() {
        assertThat(Statement.of(
                                "select * from orders o join (select * from lines where sku = ?) l on l.order_id = o.id")
                        .restriction())
                .isEqualTo(Restriction.SOME);
    }

    @Test
    void limitsOfAllDialectsCount() {
        assertThat(Statement.of("select * from orders limit ?").kind()).isEqualTo(Kind.LIMITED);
        assertThat(Statement.of("select top 10 * from orders").kind()).isEqualTo(Kind.LIMITED);
        assertThat(Statement.of("select * from orders fetch first 5 rows only").kind())
                .isEqualTo(Kind.LIMITED);
        assertThat(Statement.of("select * from orders where rownum < 5").kind()).isEqualTo(Kind.LIMITED);
        assertThat(Statement.of("select * from orders {{pageClause}}").kind()).isEqualTo(Kind.LIMITED);
        assertThat(Statement.of("select a.credit_limit from orders a").kind()).isEqualTo(Kind.ROWS);
    }

    @Test
    void equalityIsReadFromTheOuterQueryOnly() {
        Statement statement = Statement.of(
                "select o.id from orders o where o.customer_id = :customer and o.id in (select x.id from lines x where x.sku = ?)");
        assertThat(statement.table()).isEqualTo("orders");
        assertThat(statement.restriction().equal()).containsExactly("customer_id");
        assertThat(statement.restriction().other()).isTrue();
    }

    @Test
    void alternativesRestrictNothingForSure() {
        assertThat(Statement.of("select o from Order o where o.id = :id or o.open = true")
                        .restriction())
                .isEqualTo(Restriction.SOME);
    }

    @Test
    void joinsByTheKeyOfTheJoinedTableDoNotMultiply() {
        assertThat(Statement.of("select * from orders o join customer c on c.id = o.customer_id where o.id = ?")
                        .multiplying())
                .isEmpty();
        assertThat(Statement.of("select * from orders o join line l on l.order_id = o.id where o.id = ?")
                        .multiplying())
                .containsExactly("line");
    }

    @Test
    void unknownPartsWithoutAnyConditionAreUnknown() {
        assertThat(Statement.of("select * from orders {{criteria}}").kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(Statement.of("procedure of somebody").kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void filterDocumentsAreReadAtTheirTop() {
        assertThat(Statement.of("{ 'accountId' : ?0 }").restriction().equal()).containsExactly("accountId");
        assertThat(Statement.of("{}").restriction()).isEqualTo(Restriction.NONE);
        Restriction nested =
                Statement.of("{ 'day' : { $gt : ?0 }, '_id' : ?1 }").restriction();
        assertThat(nested.equal()).containsExactly("id");
        assertThat(nested.other()).isTrue();
    }

    @Test
    void tablesGrowByWhatTheyAreNamedAfter() {
        assertThat(Growth.of("m_role_permissions")).isEqualTo(Growth.SMALL);
        assertThat(Growth.of("order_status")).isEqualTo(Growth.SMALL);
        assertThat(Growth.of("order_status_history")).isEqualTo(Growth.EVENTS);
        assertThat(Growth.of("OAuth2Client")).isEqualTo(Growth.SMALL);
        assertThat(Growth.of("shop.Customer")).isEqualTo(Growth.GROWING);
        assertThat(Growth.of("Warranty")).isEqualTo(Growth.UNKNOWN);
    }
}
