package org.zhuxi.indicator.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.platform.database.Rows;

/** Which photos stand beside which line. */
@Repository
public class PairStore {

    private final JdbcClient jdbc;

    PairStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Chosen(UUID comparisonId, UUID pairId) {}

    public void put(UUID comparison, UUID pair, UUID by, Instant at) {
        jdbc.sql("""
                        insert into indicator.comparison_pair (comparison_id, pair_id, chosen_by, chosen_at)
                        values (:comparison, :pair, :by, :at)
                        on conflict (comparison_id) do update
                        set pair_id = excluded.pair_id, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at
                        """)
                .param("comparison", comparison)
                .param("pair", pair)
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    public void remove(UUID comparison) {
        jdbc.sql("delete from indicator.comparison_pair where comparison_id = :comparison")
                .param("comparison", comparison)
                .update();
    }

    /** The pair of each of these lines that has one. */
    public Map<UUID, UUID> of(Collection<UUID> comparisons) {
        return jdbc
                .sql("select comparison_id, pair_id from indicator.comparison_pair where comparison_id = any(:ids)")
                .param("ids", comparisons.toArray(UUID[]::new))
                .query(Chosen.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Chosen::comparisonId, Chosen::pairId));
    }
}
