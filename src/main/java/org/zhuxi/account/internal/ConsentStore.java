package org.zhuxi.account.internal;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.account.ConsentEvent;
import org.zhuxi.account.ConsentEvent.Way;

/** Decisions on consent: rows are added and read; the database refuses more. */
@Component
public class ConsentStore {

    private static final String SELECT = """
            select person_id, id, purpose, version, given, given_by, way, note, at
            from account.consent_event
            where person_id = :person
            """;

    private final JdbcClient jdbc;

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Said by a made-up person it is made up as well. */
    public void insert(ConsentEvent event) {
        jdbc.sql("""
                        insert into account.consent_event
                            (person_id, id, purpose, version, given, given_by, way, note, at, origin)
                        values (:person, :id, :purpose, :version, :given, :by, :way, :note, :at,
                                coalesce((select origin from account.account where id = :by), 'RECORDED'))
                        """)
                .param("person", event.person())
                .param("id", event.id())
                .param("purpose", event.purpose())
                .param("version", event.version())
                .param("given", event.given())
                .param("by", event.givenBy())
                .param("way", event.way().name())
                .param("note", event.note())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ConsentEvent> findLast(UUID person, String purpose) {
        return jdbc.sql(SELECT + "and purpose = :purpose order by id desc limit 1")
                .param("person", person)
                .param("purpose", purpose)
                .query(ConsentStore::event)
                .optional();
    }

    /** Latest first. */
    List<ConsentEvent> list(UUID person) {
        return jdbc.sql(SELECT + "order by id desc")
                .param("person", person)
                .query(ConsentStore::event)
                .list();
    }

    void forgetNotes(UUID person) {
        jdbc.sql("update account.consent_event set note = '' where person_id = :person and note <> ''")
                .param("person", person)
                .update();
    }

    private static ConsentEvent event(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new ConsentEvent(
                row.getObject("person_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("purpose"),
                row.getInt("version"),
                row.getBoolean("given"),
                row.getObject("given_by", UUID.class),
                Way.valueOf(row.getString("way")),
                row.getString("note"),
                row.getTimestamp("at").toInstant());
    }
}
