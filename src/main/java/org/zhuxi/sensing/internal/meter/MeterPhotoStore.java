package org.zhuxi.sensing.internal.meter;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.activity.EvidenceUse;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.sensing.meter.Meter;

/** Keeps which photo shows which reading. They stay when the account that took them is erased, as the readings do. */
@Repository
public class MeterPhotoStore implements EvidenceUse {

    private final JdbcClient jdbc;

    MeterPhotoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Meter meter, UUID reading, String sha256, UUID by, Instant at) {
        jdbc.sql("""
                        insert into sensing.meter_photo (community_id, meter_id, reading_id, sha256, added_by, added_at)
                        values (:community, :meter, :reading, :sha256, :by, :at)
                        on conflict do nothing
                        """)
                .param("community", meter.community().value())
                .param("meter", meter.id())
                .param("reading", reading)
                .param("sha256", sha256)
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    public Set<UUID> readings(Meter meter) {
        return jdbc.sql("""
                        select reading_id
                        from sensing.meter_photo
                        where community_id = :community
                        and meter_id = :meter
                        """)
                .param("community", meter.community().value())
                .param("meter", meter.id())
                .query(UUID.class)
                .set();
    }

    public Optional<String> find(Meter meter, UUID reading) {
        return jdbc.sql("""
                        select sha256
                        from sensing.meter_photo
                        where community_id = :community
                        and meter_id = :meter
                        and reading_id = :reading
                        """)
                .param("community", meter.community().value())
                .param("meter", meter.id())
                .param("reading", reading)
                .query(String.class)
                .optional();
    }

    @Override
    public Set<String> needed(Collection<String> sha256) {
        return jdbc.sql("select distinct sha256 from sensing.meter_photo where sha256 = any(:files)")
                .param("files", sha256.toArray(String[]::new))
                .query(String.class)
                .set();
    }
}
