package org.zhuxi.notice.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.notice.ReminderCall;

/** Who is called by phone, and how it went. */
@Component
public class CallStore {

    private final JdbcClient jdbc;

    CallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their ids, without their doors. */
    public List<ReminderCall> list(CommunityId community, LocalDate day, int limit, @Nullable UUID after) {
        return jdbc.sql("""
                        select reminder.household_id, reminder.site_id, noted.outcome
                        from notice.reminder reminder
                        left join notice.reminder_call noted
                          on noted.community_id = reminder.community_id
                         and noted.household_id = reminder.household_id
                         and noted.day = :day
                        where reminder.community_id = :community
                          and reminder.called
                          and (cast(:after as uuid) is null or reminder.household_id > cast(:after as uuid))
                        order by reminder.household_id
                        limit :limit
                        """)
                .param("day", day)
                .param("community", community.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> {
                    var outcome = row.getString("outcome");
                    return new ReminderCall(
                            new HouseholdRef(community, row.getObject("household_id", UUID.class)),
                            "",
                            row.getObject("site_id", UUID.class),
                            outcome == null ? null : ReminderCall.Outcome.valueOf(outcome));
                })
                .list();
    }

    public boolean wants(HouseholdRef household) {
        return about("select count(*) from notice.reminder", household, "and called")
                        .query(Long.class)
                        .single()
                > 0;
    }

    public void want(HouseholdRef household, String consent) {
        about("update notice.reminder set called = true, consent = :consent", household, "")
                .param("consent", consent)
                .update();
    }

    public void wantNoMore(HouseholdRef household) {
        about("update notice.reminder set called = false, consent = ''", household, "")
                .update();
    }

    private JdbcClient.StatementSpec about(String what, HouseholdRef household, String more) {
        return jdbc.sql(what + " where community_id = :community and household_id = :household " + more)
                .param("community", household.community().value())
                .param("household", household.id());
    }

    public void note(HouseholdRef household, LocalDate day, ReminderCall.Outcome outcome, UUID by, Instant now) {
        jdbc.sql("""
                        insert into notice.reminder_call
                            (community_id, household_id, day, outcome, called_by, called_at)
                        values (:community, :household, :day, :outcome, :by, :now)
                        on conflict (community_id, household_id, day) do update
                            set outcome = excluded.outcome, called_by = excluded.called_by,
                                called_at = excluded.called_at
                        """)
                .param("community", household.community().value())
                .param("household", household.id())
                .param("day", day)
                .param("outcome", outcome.name())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
