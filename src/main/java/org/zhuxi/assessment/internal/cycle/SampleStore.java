package org.zhuxi.assessment.internal.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.assessment.AssessmentState;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.DrawnCommunity;
import org.zhuxi.assessment.Sample;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** Draws. */
@Repository
public class SampleStore {

    private final JdbcClient jdbc;

    SampleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Sample sample, String seed, UUID by) {
        jdbc.sql("""
                        insert into assessment.sample (id, cycle_id, size, commitment, seed, committed_by, committed_at)
                        values (:id, :cycle, :size, :commitment, :seed, :by, :at)
                        on conflict do nothing
                        """)
                .param("id", sample.id())
                .param("cycle", sample.cycle())
                .param("size", sample.size())
                .param("commitment", sample.commitment())
                .param("seed", seed)
                .param("by", by)
                .param("at", Rows.at(sample.committedAt()))
                .update();
    }

    /** The seed that was committed to; told to nobody before the draw. */
    public String seedOf(UUID id) {
        return jdbc.sql("select seed from assessment.sample where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** False when it was drawn before. */
    public boolean draw(Sample sample, List<CommunityAssessment> frame, List<Sample.Item> items, Instant at) {
        var isFirst = jdbc.sql("""
                        update assessment.sample set drawn_at = :at, frame = :frame where id = :id and drawn_at is null
                        """)
                        .param("id", sample.id())
                        .param("at", Rows.at(at))
                        .param("frame", frame.size())
                        .update()
                == 1;
        if (isFirst) {
            insertItems(sample, items);
        }
        return isFirst;
    }

    private void insertItems(Sample sample, List<Sample.Item> items) {
        jdbc.sql("""
                        insert into assessment.sample_item
                            (community_id, sample_id, assessment_id, place, draw_order, hash, drawn)
                        select it.community_id, :sample, it.id, item.place, item.draw_order, item.hash, item.drawn
                        from unnest(cast(:ids as uuid[]), cast(:places as text[]), cast(:orders as integer[]),
                            cast(:hashes as text[]), cast(:drawn as boolean[]))
                            as item (id, place, draw_order, hash, drawn)
                        join assessment.assessment it on it.id = item.id
                        """)
                .param("sample", sample.id())
                .param("ids", Rows.texts(items, Sample.Item::assessment))
                .param("places", Rows.texts(items, Sample.Item::place))
                .param("orders", Rows.texts(items, Sample.Item::order))
                .param("hashes", Rows.texts(items, Sample.Item::hash))
                .param("drawn", Rows.texts(items, Sample.Item::drawn))
                .update();
    }

    public Optional<Sample> find(UUID id) {
        return jdbc.sql("select * from assessment.sample where id = :id")
                .param("id", id)
                .query((row, number) -> sample(row, items(id)))
                .optional();
    }

    /** Of a cycle, the latest first, without their items. */
    public List<Sample> list(UUID cycle) {
        return jdbc.sql("select * from assessment.sample where cycle_id = :cycle order by id desc")
                .param("cycle", cycle)
                .query((row, number) -> sample(row, List.of()))
                .list();
    }

    /** What was drawn in a cycle at or below a place, the latest draw first, in the order of the draw. */
    public List<DrawnCommunity> drawn(UUID cycle, PlacePath at) {
        return jdbc.sql("""
                        select item.sample_id, item.draw_order, it.id, it.place, it.path, it.state,
                            (
                                select count(distinct site.assessor)
                                from assessment.site_check site
                                where site.community_id = it.community_id and site.assessment_id = it.id
                            ) as checks
                        from assessment.sample sample
                        join assessment.sample_item item on item.sample_id = sample.id and item.drawn
                        join assessment.assessment it
                            on it.community_id = item.community_id and it.id = item.assessment_id
                        where sample.cycle_id = :cycle
                        and sample.drawn_at is not null
                        and (it.path = :path or it.path like :below)
                        order by sample.id desc, item.draw_order
                        """)
                .param("cycle", cycle)
                .param("path", at.value())
                .param("below", at.below())
                .query((row, number) -> new DrawnCommunity(
                        row.getObject("sample_id", UUID.class),
                        row.getInt("draw_order"),
                        row.getObject("id", UUID.class),
                        row.getString("place"),
                        new PlacePath(row.getString("path")),
                        AssessmentState.valueOf(row.getString("state")),
                        row.getLong("checks")))
                .list();
    }

    private List<Sample.Item> items(UUID sample) {
        return jdbc.sql("select * from assessment.sample_item where sample_id = :sample order by draw_order")
                .param("sample", sample)
                .query((row, number) -> new Sample.Item(
                        row.getObject("assessment_id", UUID.class),
                        row.getString("place"),
                        row.getInt("draw_order"),
                        row.getString("hash"),
                        row.getBoolean("drawn")))
                .list();
    }

    private static Sample sample(ResultSet row, List<Sample.Item> items) throws SQLException {
        var drawnAt = Rows.instant(row, "drawn_at");
        return new Sample(
                row.getObject("id", UUID.class),
                row.getObject("cycle_id", UUID.class),
                row.getInt("size"),
                row.getString("commitment"),
                drawnAt == null ? null : row.getString("seed"),
                Rows.moment(row, "committed_at"),
                drawnAt,
                items);
    }
}
