package org.zhuxi.request.internal;

import java.io.IOException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.privacy.DataSubject;
import org.zhuxi.platform.privacy.PersonalArchive;
import org.zhuxi.platform.privacy.PersonalData;

/** What a person reported and wants to be told of. */
@Component
class RequestPersonalData implements PersonalData {

    private final JdbcClient jdbc;

    RequestPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return "request";
    }

    @Override
    public void export(DataSubject subject, PersonalArchive archive) throws IOException {
        table(
                subject,
                archive,
                "requests",
                List.of("id", "service", "place", "words", "phone", "received_at", "state"),
                """
                select r.id, r.service, r.place, r.words, p.phone, r.received_at, r.state
                from request.reporter p
                join request.request r on r.community_id = p.community_id and r.id = p.request_id
                where p.account_id = :account
                order by r.id
                """);
        table(subject, archive, "subscriptions", List.of("request_id", "place", "service", "since"), """
                select request_id, place_path, service, since
                from request.subscription
                where account_id = :account
                order by since
                """);
        table(
                subject,
                archive,
                "help-calls",
                List.of("place", "phone", "words", "called_at", "acknowledged_at", "ended_at"),
                """
                select place, phone, words, called_at, acknowledged_at, ended_at
                from request.help_call
                where account_id = :account
                order by id
                """);
    }

    private void table(DataSubject subject, PersonalArchive archive, String name, List<String> columns, String sql)
            throws IOException {
        archive.table(name, columns, sink -> {
            var rows = jdbc.sql(sql)
                    .param("account", subject.account())
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
        jdbc.sql("delete from request.reporter where account_id = :account")
                .param("account", subject.account())
                .update();
        jdbc.sql("update request.help_call set phone = '', words = '', account_id = null where account_id = :account")
                .param("account", subject.account())
                .update();
        jdbc.sql("delete from request.subscription where account_id = :account")
                .param("account", subject.account())
                .update();
    }

    @Override
    public List<String> removes() {
        return List.of("request.erasure.removes");
    }

    @Override
    public List<String> keeps() {
        return List.of("request.erasure.keeps", "request.erasure.keeps-help");
    }
}
