package org.zhuxi.place.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class DivisionIndexesTests {

    private final DivisionIndexes indexes;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    DivisionIndexesTests(DivisionIndexes indexes, TransactionTemplate transaction, JdbcClient jdbc) {
        this.indexes = indexes;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @Test
    void standAsideOnlyForAListMuchLongerThanTheTree() {
        var there = jdbc.sql("select count(*) from place.division")
                .query(Long.class)
                .single();

        assertThat(indexes.shouldStandAside(20_000)).isFalse();
        assertThat(indexes.shouldStandAside(Math.max(20_000, 3 * there) + 1)).isTrue();
        assertThat(indexes.shouldStandAside(3 * there)).isFalse();
    }

    @Test
    void areWhatTheyWereAfterwardsAndAbsentMeanwhile() {
        var before = definitions();
        transaction.executeWithoutResult(status -> {
            var meanwhile = indexes.without(this::definitions);

            assertThat(meanwhile).isNotEmpty().allMatch(definition -> definition.startsWith("CREATE UNIQUE"));
            assertThat(definitions()).isEqualTo(before).hasSizeGreaterThan(meanwhile.size());
            status.setRollbackOnly();
        });
    }

    private List<String> definitions() {
        return jdbc.sql(
                        "select indexdef from pg_indexes where schemaname = 'place' and tablename = 'division' order by 1")
                .query(String.class)
                .list();
    }
}
