package org.zhuxi.notice.internal;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.platform.privacy.DataSubject;
import org.zhuxi.platform.privacy.PersonalArchive;
import org.zhuxi.platform.privacy.PersonalData;

/** What a person was told, and of which station the household is reminded. */
@Component
class NoticePersonalData implements PersonalData {

    private final JdbcClient jdbc;
    private final MailStore mails;

    NoticePersonalData(JdbcClient jdbc, MailStore mails) {
        this.jdbc = jdbc;
        this.mails = mails;
    }

    @Override
    public String module() {
        return "notice";
    }

    @Override
    public void export(DataSubject subject, PersonalArchive archive) throws IOException {
        table(subject, archive, "notifications", List.of("kind", "words", "created_at", "read_at"), """
                select kind, array_to_string(arguments, ' | '), created_at, read_at
                from notice.notification
                where account_id = :account
                order by id
                """);
        table(
                subject,
                archive,
                "reminders",
                List.of("household_id", "station_id", "asked_at", "called", "consent"),
                """
                select household_id, site_id, asked_at, called, consent
                from notice.reminder
                where household_id = any(:households)
                """);
        table(subject, archive, "calls", List.of("household_id", "day", "outcome"), """
                select household_id, day, outcome
                from notice.reminder_call
                where household_id = any(:households)
                order by day
                """);
        table(subject, archive, "browsers", List.of("host", "language", "made_at"), """
                select host, language, made_at
                from notice.push_subscription
                where account_id = :account
                """);
        table(subject, archive, "quiet", List.of("from_minute", "to_minute"), """
                select from_minute, to_minute
                from notice.quiet_hours
                where account_id = :account
                """);
        table(subject, archive, "muted", List.of("kind"), """
                select kind
                from notice.muted
                where account_id = :account
                """);
        table(subject, archive, "mail-muted", List.of("kind"), """
                select kind
                from notice.mail_muted
                where account_id = :account
                """);
        archive.table("mail", List.of("address", "confirmed_at", "stop_reason"), sink -> {
            var address = mails.find(subject.account()).orElse(null);
            if (address != null) {
                sink.row(address.address(), address.confirmedAt(), address.stopReason());
            }
        });
    }

    private void table(DataSubject subject, PersonalArchive archive, String name, List<String> columns, String sql)
            throws IOException {
        archive.table(name, columns, sink -> {
            var rows = jdbc.sql(sql)
                    .param("account", subject.account())
                    .param(
                            "households",
                            subject.actor().households().stream()
                                    .map(HouseholdRef::id)
                                    .toArray(UUID[]::new))
                    .query((row, number) -> {
                        var cells = new Object[columns.size()];
                        for (var i = 0; i < cells.length; i++) {
                            cells[i] = row.getObject(i + 1);
                        }
                        return cells;
                    })
                    .list();
            for (var cells : rows) {
                sink.row(cells);
            }
        });
    }

    @Override
    public void erase(DataSubject subject) {
        for (var table : List.of(
                "push_post",
                "push_subscription",
                "quiet_hours",
                "muted",
                "mail_address",
                "mail_confirmation",
                "mail_muted",
                "notification")) {
            jdbc.sql("delete from notice." + table + " where account_id = :account")
                    .param("account", subject.account())
                    .update();
        }
    }

    @Override
    public List<String> removes() {
        return List.of("notice.erasure.removes", "notice.erasure.removes-push", "notice.erasure.removes-mail");
    }

    @Override
    public List<String> keeps() {
        return List.of("notice.erasure.keeps");
    }
}
