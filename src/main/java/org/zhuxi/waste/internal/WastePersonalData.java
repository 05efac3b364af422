package org.zhuxi.waste.internal;

import java.io.IOException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.privacy.DataSubject;
import org.zhuxi.platform.privacy.PersonalArchive;
import org.zhuxi.platform.privacy.PersonalData;

/** How the person's households sorted, month by month; the drops themselves are records of the activity module. */
@Component
class WastePersonalData implements PersonalData {

    private final JdbcClient jdbc;

    WastePersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return "waste";
    }

    @Override
    public void export(DataSubject subject, PersonalArchive archive) throws IOException {
        var columns = List.of("household_id", "month", "graded_drops", "graded_a", "bags_checked", "bags_right");
        archive.table("sorting", columns, sink -> {
            for (var household : subject.actor().households()) {
                var months = jdbc.sql("""
                                select to_char(local_date, 'YYYY-MM') as month,
                                       count(*) filter (where grade is not null) as graded,
                                       count(*) filter (where grade = 'A') as graded_a,
                                       coalesce(sum((quantities ->> 'checked')::numeric), 0) as checked,
                                       coalesce(sum((quantities ->> 'correct')::numeric), 0) as correct
                                from activity.v_activity
                                where community_id = :community and household_id = :household
                                  and state in ('RECORDED', 'VERIFIED')
                                  and starts_with(kind, 'waste.')
                                group by month
                                order by month
                                """)
                        .param("community", household.community().value())
                        .param("household", household.id())
                        .query((row, number) -> new Object[] {
                            household.id(),
                            row.getString(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5)
                        })
                        .list();
                for (var month : months) {
                    sink.row(month);
                }
            }
        });
    }
}
