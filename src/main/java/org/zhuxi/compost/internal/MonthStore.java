package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.compost.MonthReport;
import org.zhuxi.compost.MonthState;
import org.zhuxi.compost.PublishedMonth;
import org.zhuxi.compost.SiteRef;
import org.zhuxi.compost.process.Density;
import org.zhuxi.kernel.CommunityId;

/** Months of sites: what was submitted, looked at, decided and credited. */
@Repository
public class MonthStore {

    private final JdbcClient jdbc;

    MonthStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A month that is not open. */
    public record Row(
            MonthState state,
            UUID submittedBy,
            @Nullable UUID decidedBy,
            int entries,
            @Nullable BigDecimal treatedKg,
            @Nullable BigDecimal madeKg) {}

    /** Keeps others from deciding about the month until the transaction ends. */
    public Optional<Row> lock(SiteRef site, YearMonth month) {
        return row(site, month, "for update");
    }

    public Optional<Row> find(SiteRef site, YearMonth month) {
        return row(site, month, "");
    }

    private Optional<Row> row(SiteRef site, YearMonth month, String lock) {
        return jdbc.sql("""
                        select state, submitted_by, decided_by, entries, treated_kg, made_kg
                        from compost.site_month
                        where community_id = :community and site_id = :site and month = :month
                        """ + lock)
                .param("community", site.community().value())
                .param("site", site.id())
                .param("month", month.atDay(1))
                .query(Row.class)
                .optional();
    }

    /** @return false when the month is neither open nor returned */
    public boolean submit(SiteRef site, YearMonth month, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into compost.site_month (community_id, site_id, month, state, submitted_by, changed_at)
                        values (:community, :site, :month, 'SUBMITTED', :by, :at)
                        on conflict (community_id, site_id, month) do update
                        set state = 'SUBMITTED', submitted_by = excluded.submitted_by, decided_by = null,
                            changed_at = excluded.changed_at
                        where site_month.state = 'RETURNED'
                        """)
                        .param("community", site.community().value())
                        .param("site", site.id())
                        .param("month", month.atDay(1))
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Returned, rejected or published; a submitted month only. */
    public boolean decide(SiteRef site, YearMonth month, MonthState state, UUID by, Instant at) {
        return jdbc.sql("""
                        update compost.site_month found
                        set state = :state, decided_by = :by, changed_at = :at,
                            entries = (
                                select count(*)
                                from compost.entry entry
                                where entry.community_id = found.community_id
                                and entry.site_id = found.site_id
                                and entry.local_date >= found.month
                                and entry.local_date < found.month + interval '1 month'
                                and not exists (
                                    select from compost.entry_taken_back back
                                    where back.community_id = entry.community_id and back.entry_id = entry.id)),
                            treated_kg = (
                                select coalesce(sum(mass_kg), 0)
                                from compost.credit credit
                                where credit.community_id = found.community_id
                                and credit.site_id = found.site_id
                                and credit.month = found.month
                                and credit.measure = 'compost.treated.mass'),
                            made_kg = (
                                select coalesce(sum(mass_kg), 0)
                                from compost.credit credit
                                where credit.community_id = found.community_id
                                and credit.site_id = found.site_id
                                and credit.month = found.month
                                and credit.measure = 'compost.made.mass')
                        where community_id = :community and site_id = :site and month = :month and state = 'SUBMITTED'
                        """)
                        .param("community", site.community().value())
                        .param("site", site.id())
                        .param("month", month.atDay(1))
                        .param("state", state.name())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public void step(SiteRef site, YearMonth month, String step, String reason, BatchStore.Done done) {
        jdbc.sql("""
                        insert into compost.site_month_step
                            (community_id, site_id, month, number, step, reason, done_by, done_at)
                        select :community, :site, :month, coalesce(max(number), 0) + 1, :step, :reason, :by, :at
                        from compost.site_month_step
                        where community_id = :community and site_id = :site and month = :month
                        """)
                .param("community", site.community().value())
                .param("site", site.id())
                .param("month", month.atDay(1))
                .param("step", step)
                .param("reason", reason)
                .param("by", done.by())
                .param("at", done.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<MonthReport.Step> steps(SiteRef site, YearMonth month) {
        record Found(int number, String step, String reason, UUID doneBy, Instant doneAt) {}
        return jdbc
                .sql("""
                        select number, step, reason, done_by, done_at
                        from compost.site_month_step
                        where community_id = :community and site_id = :site and month = :month
                        order by number
                        """)
                .param("community", site.community().value())
                .param("site", site.id())
                .param("month", month.atDay(1))
                .query(Found.class)
                .list()
                .stream()
                .map(it -> new MonthReport.Step(it.number(), it.step(), it.reason(), it.doneBy(), it.doneAt()))
                .toList();
    }

    /** What counts of the month, weighed or by the site's own density; the statement that makes figures public. */
    public void credit(SiteRef site, YearMonth month) {
        jdbc.sql("""
                        insert into compost.credit (community_id, entry_id, site_id, month, measure, mass_kg, place)
                        select entry.community_id, entry.id, entry.site_id, :month,
                            case when entry.kind = 'OUTPUT' then 'compost.made.mass' else 'compost.treated.mass' end,
                            coalesce(entry.mass_kg, round(entry.litres * density.kg_per_litre, 3)), site.place
                        from compost.entry entry
                        join compost.site site on site.community_id = entry.community_id and site.site_id = entry.site_id
                        left join (
                            select material, avg((gross_kg - tare_kg) / litres) as kg_per_litre
                            from compost.weighing
                            where community_id = :community and site_id = :site and local_date between :month and :last
                            group by material
                            having count(*) >= :enough
                        ) density on density.material = entry.material
                        where entry.community_id = :community
                        and entry.site_id = :site
                        and entry.local_date between :month and :last
                        and entry.counts
                        and not exists (
                            select from compost.entry_taken_back back
                            where back.community_id = entry.community_id and back.entry_id = entry.id)
                        """)
                .param("community", site.community().value())
                .param("site", site.id())
                .param("month", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .param("enough", Density.ENOUGH)
                .update();
    }

    /** What was said of an entry. */
    public record Look(UUID entryId, boolean good, String words, UUID lookedBy) {}

    public void look(CommunityId community, Look look, Instant at) {
        jdbc.sql("""
                        insert into compost.look (community_id, entry_id, number, good, words, looked_by, looked_at)
                        select :community, :entry, coalesce(max(number), 0) + 1, :good, :words, :by, :at
                        from compost.look
                        where community_id = :community and entry_id = :entry
                        """)
                .param("community", community.value())
                .param("entry", look.entryId())
                .param("good", look.good())
                .param("words", look.words())
                .param("by", look.lookedBy())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The last word about each of the entries. */
    public Map<UUID, Look> looks(CommunityId community, Collection<UUID> entries) {
        return jdbc
                .sql("""
                        select distinct on (entry_id) entry_id, good, words, looked_by
                        from compost.look
                        where community_id = :community and entry_id = any(:entries)
                        order by entry_id, number desc
                        """)
                .param("community", community.value())
                .param("entries", entries.toArray(UUID[]::new))
                .query(Look.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Look::entryId, Function.identity()));
    }

    /** A submitted month that waits. */
    public record Waiting(int communityId, UUID siteId, String nameZh, String nameEn, LocalDate month) {}

    /** Submitted months of some communities, the oldest first. */
    public List<Waiting> waiting(Collection<CommunityId> communities, int limit) {
        return jdbc.sql("""
                        select month.community_id, month.site_id, site.name_zh, site.name_en, month.month
                        from compost.site_month month
                        join compost.site site on site.community_id = month.community_id and site.site_id = month.site_id
                        where month.community_id = any(:communities) and month.state = 'SUBMITTED'
                        order by month.month, month.site_id
                        limit :limit
                        """)
                .param("communities", CompostSiteStore.numbers(communities))
                .param("limit", limit)
                .query(Waiting.class)
                .list();
    }

    /** Published months of some sites since a month, the latest first. */
    public List<PublishedMonth> published(Collection<SiteRef> sites, YearMonth since, YearMonth until) {
        record Found(
                int communityId,
                UUID siteId,
                LocalDate month,
                int entries,
                BigDecimal treatedKg,
                BigDecimal madeKg,
                Instant changedAt) {}
        return jdbc
                .sql("""
                        select community_id, site_id, month, entries, treated_kg, made_kg, changed_at
                        from compost.site_month
                        where community_id = any(:communities)
                        and site_id = any(:sites)
                        and state = 'PUBLISHED'
                        and month between :since and :until
                        order by month desc, site_id
                        """)
                .param(
                        "communities",
                        sites.stream()
                                .map(it -> it.community().value())
                                .distinct()
                                .toArray(Integer[]::new))
                .param("sites", sites.stream().map(SiteRef::id).toArray(UUID[]::new))
                .param("since", since.atDay(1))
                .param("until", until.atDay(1))
                .query(Found.class)
                .list()
                .stream()
                .map(it -> new PublishedMonth(
                        new SiteRef(new CommunityId(it.communityId()), it.siteId()),
                        YearMonth.from(it.month()),
                        it.entries(),
                        it.treatedKg(),
                        it.madeKg(),
                        it.changedAt()))
                .toList();
    }
}
