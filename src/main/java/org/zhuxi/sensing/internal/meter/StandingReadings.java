package org.zhuxi.sensing.internal.meter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.sensing.meter.Meter;
import org.zhuxi.sensing.meter.MeterReading;

/** Finds readings that stand where others come: under the same id, or for the same day. */
@Repository
public class StandingReadings {

    private final JdbcClient jdbc;

    StandingReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Readings of the community under these ids, taken back or not, and those of the meter that count on these days. */
    public List<MeterReading> list(Meter meter, List<MeterReading> typed) {
        return jdbc.sql("""
                        select *
                        from sensing.meter_reading
                        where community_id = :community
                        and id = any(cast(:ids as uuid[]))
                        union
                        select *
                        from sensing.meter_reading
                        where community_id = :community
                        and meter_id = :meter
                        and read_on = any(cast(:days as date[]))
                        and taken_back_at is null
                        """)
                .param("community", meter.community().value())
                .param("meter", meter.id())
                .param("ids", Rows.texts(typed, MeterReading::id))
                .param("days", Rows.texts(typed, MeterReading::day))
                .query((row, number) -> MeterStore.reading(row))
                .list();
    }

    /** The meter for which a reading with this id was taken. */
    public Optional<UUID> findMeter(CommunityId community, UUID reading) {
        return jdbc.sql("""
                        select meter_id
                        from sensing.meter_reading
                        where community_id = :community
                        and id = :id
                        """)
                .param("community", community.value())
                .param("id", reading)
                .query(UUID.class)
                .optional();
    }
}
