package org.zhuxi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.testing.ZhuxiTest;

/** The cycle of a nation in a small size. */
@ZhuxiTest
class NationCommandTests {

    private static final int YEAR = 2020;
    private static final int COMMUNITIES = 60;

    private final NationCommand command;
    private final JdbcClient jdbc;

    NationCommandTests(MadeUpCountry country, MadeUpCycle cycle, JdbcClient jdbc, Rollups rollups) {
        this.command = new NationCommand(country, cycle);
        this.jdbc = jdbc;
        rollups.recompute();
    }

    @Test
    void aCycleIsDecidedRolledUpReportedAndAgreesWithAFullCount() throws IOException {
        var said = new ByteArrayOutputStream();

        var code = command.run(COMMUNITIES, YEAR, new PrintStream(said, true, StandardCharsets.UTF_8));

        var decided = count("select communities from indicator.register_snapshot where cycle = cast(:year as text)");
        assertThat(decided).isGreaterThanOrEqualTo(COMMUNITIES);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("%,d communities held against 16 criteria".formatted(decided))
                .contains("%,d verified values of 40 measures".formatted(decided * 40))
                .contains("until the pages of all 6 levels show it")
                .contains(" 0 differences");
        assertThat(code).isZero();
        assertThat(count("""
                        select count(*)
                        from assessment.result r
                        join assessment.cycle c on c.id = r.cycle_id
                        where c.year = :year
                        """)).isEqualTo(decided * 16);
        assertThat(count("""
                        select verified
                        from indicator.rollup
                        where measure = 'assessment.enrolled' and period = cast(:year as text) and path = '/'
                        """)).isEqualTo(decided);
    }

    private long count(String sql) {
        return jdbc.sql(sql).param("year", YEAR).query(Long.class).single();
    }
}
