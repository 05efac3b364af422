package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.compost.SiteRef;
import org.zhuxi.compost.Weighing;
import org.zhuxi.kernel.Origin;

/** Weighed buckets of sites. */
@Repository
public class WeighingStore {

    private final JdbcClient jdbc;

    WeighingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a weighing unless its id is there. */
    public void insert(SiteRef site, Weighing weighing, String hash, BatchStore.Done done, Origin origin) {
        jdbc.sql("""
                        insert into compost.weighing
                            (community_id, id, site_id, material, gross_kg, tare_kg, litres, local_date, content_hash,
                            recorded_by, recorded_at, origin)
                        values (:community, :id, :site, :material, :gross, :tare, :litres, :day, :hash, :by, :at, :origin)
                        on conflict do nothing
                        """)
                .param("community", site.community().value())
                .param("id", weighing.id())
                .param("site", site.id())
                .param("material", weighing.material())
                .param("gross", weighing.grossKg())
                .param("tare", weighing.tareKg())
                .param("litres", weighing.litres())
                .param("day", weighing.day())
                .param("hash", hash)
                .param("by", done.by())
                .param("at", done.at().atOffset(ZoneOffset.UTC))
                .param("origin", origin.name())
                .update();
    }

    /** What is kept under an id, or null. */
    public @Nullable String hash(SiteRef site, UUID id) {
        return jdbc.sql("select content_hash from compost.weighing where community_id = :community and id = :id")
                .param("community", site.community().value())
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Whoever weighed a bucket in a month. */
    public Set<UUID> recorders(SiteRef site, YearMonth month) {
        return Set.copyOf(jdbc.sql("""
                        select distinct recorded_by
                        from compost.weighing
                        where community_id = :community and site_id = :site and local_date between :from and :to
                        """)
                .param("community", site.community().value())
                .param("site", site.id())
                .param("from", month.atDay(1))
                .param("to", month.atEndOfMonth())
                .query(UUID.class)
                .list());
    }

    /** Weighings of a month, the earliest first. */
    public List<Weighing> ofMonth(SiteRef site, YearMonth month) {
        return between(site, month.atDay(1), month.atEndOfMonth());
    }

    /** Weighings since a day, for recipes. */
    public List<Weighing> between(SiteRef site, LocalDate from, LocalDate to) {
        record Found(
                UUID id,
                String material,
                BigDecimal grossKg,
                BigDecimal tareKg,
                BigDecimal litres,
                LocalDate localDate) {}
        return jdbc
                .sql("""
                        select id, material, gross_kg, tare_kg, litres, local_date
                        from compost.weighing
                        where community_id = :community and site_id = :site and local_date between :from and :to
                        order by local_date, id
                        """)
                .param("community", site.community().value())
                .param("site", site.id())
                .param("from", from)
                .param("to", to)
                .query(Found.class)
                .list()
                .stream()
                .map(it -> new Weighing(it.id(), it.material(), it.grossKg(), it.tareKg(), it.litres(), it.localDate()))
                .toList();
    }
}
