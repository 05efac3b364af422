package org.zhuxi.waste.internal;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.platform.privacy.DataSubject;
import org.zhuxi.platform.privacy.PersonalArchive;
import org.zhuxi.platform.privacy.PersonalData;

/** How the person's households sorted and what else the work around waste keeps about them; drops are the activity module's. */
@Component
class WastePersonalData implements PersonalData {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final String OWN = """
            with own (community_id, household_id) as (
                select * from unnest(cast(:communities as integer[]), cast(:households as uuid[])))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WastePersonalData(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String module() {
        return "waste";
    }

    @Override
    public void export(DataSubject subject, PersonalArchive archive) throws IOException {
        for (var table : PersonalTables.ALL) {
            var width = table.columns().size();
            archive.table(table.name(), table.columns(), sink -> {
                var rows = statement(table.sql(), subject)
                        .query((row, number) -> cells(row, width))
                        .list();
                for (var row : rows) {
                    sink.row(row);
                }
            });
        }
    }

    private static @Nullable Object[] cells(ResultSet row, int width) throws SQLException {
        var cells = new @Nullable Object[width];
        for (var i = 0; i < width; i++) {
            cells[i] = row.getObject(i + 1);
        }
        return cells;
    }

    @Override
    public void erase(DataSubject subject) {
        PersonalTables.ERASED.forEach(sql -> statement(sql, subject).update());
    }

    private JdbcClient.StatementSpec statement(String sql, DataSubject subject) {
        var households = List.copyOf(subject.actor().households());
        return jdbc.sql(OWN + sql)
                .param(
                        "communities",
                        households.stream().map(ref -> ref.community().value()).toArray(Integer[]::new))
                .param("households", households.stream().map(HouseholdRef::id).toArray(UUID[]::new))
                .param("account", subject.account())
                .param("name", subject.actor().name())
                .param("today", LocalDate.now(clock.withZone(CHINA)))
                .param("now", OffsetDateTime.now(clock));
    }

    @Override
    public List<String> removes() {
        return List.of("waste.erasure.removes.words", "waste.erasure.removes.team");
    }

    @Override
    public List<String> keeps() {
        return List.of("waste.erasure.keeps.receipts", "waste.erasure.keeps.hours");
    }
}
