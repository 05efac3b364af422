package org.zhuxi.indicator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.testing.ZhuxiTest;

/** Sums at every place of a country that is made up: 31 provinces, 40 measures; nothing of it stays. */
@ZhuxiTest
@Transactional
class NationalSumTests {

    private static final int COMMUNITIES = 1_130;
    private static final int MEASURES = 40;

    private final JdbcClient jdbc;
    private final RollupStore rollup;
    private final SumStore sums;

    NationalSumTests(JdbcClient jdbc, RollupStore rollup, SumStore sums) {
        this.jdbc = jdbc;
        this.rollup = rollup;
        this.sums = sums;
    }

    @Test
    void o40_theSumsOfAllLevelsEqualTheDirectSums() {
        rollup.lock();
        makeUp();

        sums.sum(List.of());

        assertThat(nation("o40.m7")).isEqualByComparingTo(direct("o40.m7"));
        assertThat(jdbc.sql("""
                        select count(*)
                        from indicator.rollup r
                        join (
                            select measure, parent, sum(verified) as verified, sum(places) as places
                            from indicator.v_tally
                            where measure like 'o40.%'
                            group by measure, parent
                        ) below on below.measure = r.measure and below.parent = r.path
                        where r.verified = below.verified
                        and r.places = below.places
                        """).query(Integer.class).single()).isEqualTo(MEASURES * nodesWithChildren());
        assertThat(sums.differencesOfSums(List.of())).isZero();
    }

    private void makeUp() {
        var rows = jdbc.sql("""
                        insert into indicator.place_value
                            (community_id, measure, period, place, path, verified, records, provisional, waiting, cell,
                                at_least, at_most, about)
                        select 900000 + c, 'o40.m' || m, '1990', lpad(c::text, 12, '0'),
                            '/' || province || '/' || province || city || '/' || province || city || county || '/'
                                || province || city || county || street || '/' || lpad(c::text, 12, '0'),
                            (c * 7 + m) % 1000, 1, 0, 0, 0, 0, 0, 0
                        from generate_series(1, :communities) c
                        cross join lateral (
                            select (10 + c % 31)::text as province, lpad((c % 11)::text, 2, '0') as city,
                                lpad((c % 9)::text, 2, '0') as county, lpad((c % 13)::text, 3, '0') as street
                        ) lies
                        cross join generate_series(1, :measures) m
                        """)
                .param("communities", COMMUNITIES)
                .param("measures", MEASURES)
                .update();
        assertThat(rows).isEqualTo(COMMUNITIES * MEASURES);
    }

    private BigDecimal nation(String measure) {
        return jdbc.sql(
                        "select verified from indicator.rollup where measure = :measure and period = '1990' and path = '/'")
                .param("measure", measure)
                .query(BigDecimal.class)
                .single();
    }

    private BigDecimal direct(String measure) {
        return jdbc.sql("select sum(verified) from indicator.place_value where measure = :measure")
                .param("measure", measure)
                .query(BigDecimal.class)
                .single();
    }

    /** Places above communities, counted from the paths themselves. */
    private int nodesWithChildren() {
        return jdbc.sql("""
                        select count(distinct above)
                        from indicator.place_value v
                        cross join lateral (
                            values ('/'), (split_part(v.path, '/', 2)), (split_part(v.path, '/', 3)),
                                (split_part(v.path, '/', 4)), (split_part(v.path, '/', 5))
                        ) lies (above)
                        where v.measure = 'o40.m1'
                        """).query(Integer.class).single();
    }
}
