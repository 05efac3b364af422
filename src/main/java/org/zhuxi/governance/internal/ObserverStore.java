package org.zhuxi.governance.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.governance.Decision;
import org.zhuxi.governance.Observer;
import org.zhuxi.platform.database.Rows;

/** Keeps observers of votes. */
@Repository
public class ObserverStore {

    private final JdbcClient jdbc;

    ObserverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Decision decision, UUID id, String name, UUID by, Instant at) {
        DecisionSql.of(jdbc, decision, """
                        insert into governance.observer (community_id, decision_id, id, name, added_by, added_at)
                        values (:community, :decision, :id, :name, :by, :at)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("name", name)
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    /** Whether he had said nothing before. */
    public boolean state(Decision decision, UUID id, String words) {
        return DecisionSql.of(jdbc, decision, """
                        update governance.observer
                        set statement = :words
                        where community_id = :community
                        and decision_id = :decision
                        and id = :id
                        and statement = ''
                        """)
                        .param("words", words)
                        .param("id", id)
                        .update()
                == 1;
    }

    public List<Observer> list(Decision decision) {
        return DecisionSql.of(jdbc, decision, """
                        select id, name, statement
                        from governance.observer
                        where community_id = :community
                        and decision_id = :decision
                        order by added_at, id
                        """).query(Observer.class).list();
    }
}
