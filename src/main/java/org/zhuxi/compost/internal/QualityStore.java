package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.compost.Batch;
import org.zhuxi.compost.Handout;
import org.zhuxi.compost.QualityTest;
import org.zhuxi.kernel.Origin;

/** Tests of batches, and compost that went out. */
@Repository
public class QualityStore {

    private final JdbcClient jdbc;

    QualityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when its id is there */
    public boolean insert(Batch batch, QualityTest test, BatchStore.Done done, Origin origin) {
        var inserted = jdbc.sql("""
                        insert into compost.quality_test
                            (community_id, id, batch_id, standard, sampled_on, laboratory, report_number, evidence, recorded_by,
                            recorded_at, origin)
                        values (:community, :id, :batch, :standard, :sampled, :laboratory, :report, :evidence::text[], :by, :at,
                            :origin)
                        on conflict do nothing
                        """)
                        .param("community", batch.site().community().value())
                        .param("id", test.id())
                        .param("batch", batch.id())
                        .param("standard", test.standard())
                        .param("sampled", test.sampledOn())
                        .param("laboratory", test.laboratory())
                        .param("report", test.reportNumber())
                        .param("evidence", test.evidence().toArray(String[]::new))
                        .param("by", done.by())
                        .param("at", done.at().atOffset(ZoneOffset.UTC))
                        .param("origin", origin.name())
                        .update()
                == 1;
        if (inserted) {
            var items = new ArrayList<>(test.values().keySet());
            jdbc.sql("""
                            insert into compost.quality_value (community_id, test_id, item, value)
                            select :community, :test, t.item, t.value
                            from unnest(:items::text[], :values::numeric[]) as t (item, value)
                            """)
                    .param("community", batch.site().community().value())
                    .param("test", test.id())
                    .param("items", items.toArray(String[]::new))
                    .param("values", items.stream().map(test.values()::get).toArray(BigDecimal[]::new))
                    .update();
        }
        return inserted;
    }

    /** Tests of a batch, the earliest first. */
    public List<QualityTest> tests(Batch batch) {
        record Found(
                UUID id,
                String standard,
                LocalDate sampledOn,
                String laboratory,
                String reportNumber,
                String evidence,
                String item,
                BigDecimal value) {}
        var tests = new LinkedHashMap<UUID, QualityTest>();
        jdbc.sql("""
                        select test.id, test.standard, test.sampled_on, test.laboratory, test.report_number,
                            array_to_string(test.evidence, ',') as evidence, value.item, value.value
                        from compost.quality_test test
                        join compost.quality_value value
                            on value.community_id = test.community_id and value.test_id = test.id
                        where test.community_id = :community and test.batch_id = :batch
                        order by test.id, value.item
                        """)
                .param("community", batch.site().community().value())
                .param("batch", batch.id())
                .query(Found.class)
                .list()
                .forEach(it -> tests.merge(
                        it.id(),
                        new QualityTest(
                                it.id(),
                                batch.id(),
                                it.standard(),
                                it.sampledOn(),
                                it.laboratory(),
                                it.reportNumber(),
                                java.util.Map.of(it.item(), it.value()),
                                it.evidence().isEmpty()
                                        ? List.of()
                                        : List.of(it.evidence().split(","))),
                        QualityStore::together));
        return List.copyOf(tests.values());
    }

    private static QualityTest together(QualityTest one, QualityTest other) {
        var values = new LinkedHashMap<>(one.values());
        values.putAll(other.values());
        return new QualityTest(
                one.id(),
                one.batch(),
                one.standard(),
                one.sampledOn(),
                one.laboratory(),
                one.reportNumber(),
                values,
                one.evidence());
    }

    public void insert(Batch batch, Handout handout, String hash, BatchStore.Done done, Origin origin) {
        jdbc.sql("""
                        insert into compost.handout
                            (community_id, id, site_id, batch_id, recipient, mass_kg, words, local_date,
                            content_hash, recorded_by, recorded_at, origin)
                        values (:community, :id, :site, :batch, :recipient, :mass, :words, :day, :hash, :by, :at,
                            :origin)
                        on conflict do nothing
                        """)
                .param("community", batch.site().community().value())
                .param("id", handout.id())
                .param("site", batch.site().id())
                .param("batch", batch.id())
                .param("recipient", handout.recipient().name())
                .param("mass", handout.massKg())
                .param("words", handout.words())
                .param("day", handout.day())
                .param("hash", hash)
                .param("by", done.by())
                .param("at", done.at().atOffset(ZoneOffset.UTC))
                .param("origin", origin.name())
                .update();
    }

    /** What is kept under an id, or empty. */
    public String handoutHash(Batch batch, UUID id) {
        return jdbc.sql("select content_hash from compost.handout where community_id = :community and id = :id")
                .param("community", batch.site().community().value())
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("");
    }

    public boolean takeBack(Batch batch, UUID id, String reason, BatchStore.Done done) {
        return jdbc.sql("""
                        update compost.handout
                        set taken_back_by = :by, taken_back_at = :at, reason = :reason
                        where community_id = :community and id = :id and batch_id = :batch and taken_back_at is null
                        """)
                        .param("community", batch.site().community().value())
                        .param("id", id)
                        .param("batch", batch.id())
                        .param("reason", reason)
                        .param("by", done.by())
                        .param("at", done.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Keeps others from handing out of the batch until the transaction ends. */
    public void lock(Batch batch) {
        jdbc.sql("select id from compost.batch where community_id = :community and id = :id for update")
                .param("community", batch.site().community().value())
                .param("id", batch.id())
                .query(UUID.class)
                .single();
    }

    /** What went out of a batch, the latest first. */
    public List<Handout> handouts(Batch batch) {
        return jdbc.sql("""
                        select id, batch_id, recipient, mass_kg, words, local_date, taken_back_at is not null as back,
                            reason
                        from compost.handout
                        where community_id = :community and batch_id = :batch
                        order by local_date desc, id desc
                        """)
                .param("community", batch.site().community().value())
                .param("batch", batch.id())
                .query(QualityStore::handout)
                .list();
    }

    private static Handout handout(ResultSet row, int number) throws SQLException {
        return new Handout(
                row.getObject("id", UUID.class),
                row.getObject("batch_id", UUID.class),
                Handout.Recipient.valueOf(row.getString("recipient")),
                row.getBigDecimal("mass_kg"),
                row.getString("words"),
                row.getObject("local_date", LocalDate.class),
                row.getBoolean("back") ? row.getString("reason") : null);
    }
}
