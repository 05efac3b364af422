package org.zhuxi.request.internal.mediation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.request.mediation.Mediation;
import org.zhuxi.request.mediation.MediationState;
import org.zhuxi.request.mediation.MediationStep;
import org.zhuxi.request.mediation.Party;

/** Keeps the parties and the steps of mediations, and forgets them. */
@Repository
public class MediationFileStore {

    private final JdbcClient jdbc;

    MediationFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Mediation of, List<Party> parties) {
        jdbc.sql("""
                        insert into request.party (community_id, mediation_id, number, name, phone)
                        select :community, :id, number, name, phone
                        from unnest(cast(:numbers as integer[]), cast(:names as text[]), cast(:phones as text[]))
                            as typed (number, name, phone)
                        """)
                .param("community", of.community().value())
                .param("id", of.id())
                .param(
                        "numbers",
                        IntStream.rangeClosed(1, parties.size()).boxed().toArray(Integer[]::new))
                .param("names", Rows.texts(parties, Party::name))
                .param("phones", Rows.texts(parties, Party::phone))
                .update();
    }

    public void insert(Mediation of, MediationStep step) {
        var to = step.to();
        jdbc.sql("""
                        insert into request.mediation_step (community_id, id, mediation_id, kind, state_to, words, on_day, done_by,
                            done_at)
                        values (:community, :id, :mediation, :kind, :to, :words, :day, :by, :at)
                        """)
                .param("community", of.community().value())
                .param("id", step.id())
                .param("mediation", of.id())
                .param("kind", step.kind().name())
                .param("to", to == null ? null : to.name())
                .param("words", step.words())
                .param("day", step.day())
                .param("by", step.by())
                .param("at", Rows.at(step.at()))
                .update();
    }

    public List<Party> parties(Mediation of) {
        return jdbc.sql("""
                        select name, phone
                        from request.party
                        where community_id = :community
                        and mediation_id = :id
                        order by number
                        """)
                .param("community", of.community().value())
                .param("id", of.id())
                .query((row, number) -> new Party(row.getString("name"), row.getString("phone")))
                .list();
    }

    public List<MediationStep> steps(Mediation of) {
        return jdbc.sql("""
                        select *
                        from request.mediation_step
                        where community_id = :community
                        and mediation_id = :id
                        order by id
                        """)
                .param("community", of.community().value())
                .param("id", of.id())
                .query(MediationFileStore::read)
                .list();
    }

    /** Forgets telephones of what ended before a day. @return how many */
    public int forgetPhones(LocalDate before) {
        return jdbc.sql("""
                        update request.party p
                        set phone = ''
                        from request.mediation m
                        where m.community_id = p.community_id
                        and m.id = p.mediation_id
                        and m.ended_on < :before
                        and p.phone <> ''
                        """).param("before", before).update();
    }

    /** Forgets names and everything that was said in what ended before a day. @return how many names */
    public int forgetWords(LocalDate before) {
        jdbc.sql("""
                        update request.mediation
                        set facts = '', terms = ''
                        where ended_on < :before
                        and (facts <> '' or terms <> '')
                        """).param("before", before).update();
        jdbc.sql("""
                        update request.mediation_step s
                        set words = ''
                        from request.mediation m
                        where m.community_id = s.community_id
                        and m.id = s.mediation_id
                        and m.ended_on < :before
                        and s.words <> ''
                        """).param("before", before).update();
        return jdbc.sql("""
                        update request.party p
                        set name = ''
                        from request.mediation m
                        where m.community_id = p.community_id
                        and m.id = p.mediation_id
                        and m.ended_on < :before
                        and p.name <> ''
                        """).param("before", before).update();
    }

    private static MediationStep read(ResultSet row, int number) throws SQLException {
        var to = row.getString("state_to");
        return new MediationStep(
                row.getObject("id", UUID.class),
                MediationStep.Kind.valueOf(row.getString("kind")),
                to == null ? null : MediationState.valueOf(to),
                row.getString("words"),
                row.getObject("on_day", LocalDate.class),
                row.getObject("done_by", UUID.class),
                Rows.moment(row, "done_at"));
    }
}
