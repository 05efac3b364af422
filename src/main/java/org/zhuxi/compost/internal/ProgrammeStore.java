package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.compost.CompostProgramme;
import org.zhuxi.compost.CompostSite;
import org.zhuxi.compost.Handout;
import org.zhuxi.compost.SiteRef;

/** The sites of programmes, and what their published months add up to. */
@Repository
public class ProgrammeStore {

    private final JdbcClient jdbc;

    ProgrammeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All sites of a programme, by place. */
    public List<CompostSite> sites(String name) {
        return jdbc
                .sql(CompostSiteStore.SITE + "where programme = :name and programme <> '' order by place, site_id")
                .param("name", name)
                .query(CompostSiteStore.SiteRow.class)
                .list()
                .stream()
                .map(CompostSiteStore.SiteRow::site)
                .toList();
    }

    /** How far programmes reach, the widest first. */
    public List<CompostProgramme> reach(YearMonth month) {
        return jdbc.sql("""
                        select site.programme, count(*) as sites, count(distinct left(site.place, 4)) as cities,
                            count(distinct left(site.place, 2)) as provinces, count(done.site_id) as reported
                        from compost.site site
                        left join compost.site_month done
                            on done.community_id = site.community_id
                            and done.site_id = site.site_id
                            and done.month = :month
                            and done.state = 'PUBLISHED'
                        where site.programme <> ''
                        group by site.programme
                        order by sites desc, site.programme
                        limit 20
                        """)
                .param("month", month.atDay(1))
                .query((row, number) -> new CompostProgramme(
                        row.getString("programme"),
                        row.getLong("sites"),
                        row.getLong("cities"),
                        row.getLong("provinces"),
                        month,
                        row.getLong("reported")))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Collection<SiteRef> sites, YearMonth from, YearMonth until) {
        return jdbc.sql(sql)
                .param(
                        "communities",
                        sites.stream()
                                .map(it -> it.community().value())
                                .distinct()
                                .toArray(Integer[]::new))
                .param("sites", sites.stream().map(SiteRef::id).toArray(UUID[]::new))
                .param("from", from.atDay(1))
                .param("to", until.atEndOfMonth());
    }

    /**
     * @param keepers how many accounts recorded something
     * @param days of each site, added up
     */
    public record People(long keepers, long days) {}

    public People people(Collection<SiteRef> sites, YearMonth from, YearMonth until) {
        return of("""
                        select count(distinct entry.recorded_by) as keepers,
                            count(distinct (entry.site_id, entry.local_date)) as days
                        from compost.entry entry
                        join compost.site_month done
                            on done.community_id = entry.community_id
                            and done.site_id = entry.site_id
                            and done.month = date_trunc('month', entry.local_date)::date
                            and done.state = 'PUBLISHED'
                        where entry.community_id = any(:communities)
                        and entry.site_id = any(:sites)
                        and entry.local_date between :from and :to
                        and not exists (
                            select from compost.entry_taken_back back
                            where back.community_id = entry.community_id and back.entry_id = entry.id)
                        """, sites, from, until).query(People.class).single();
    }

    /** Compost that went out, by who took it. */
    public Map<Handout.Recipient, BigDecimal> handedOut(Collection<SiteRef> sites, YearMonth from, YearMonth until) {
        record Sum(Handout.Recipient recipient, BigDecimal massKg) {}
        var sums = new EnumMap<Handout.Recipient, BigDecimal>(Handout.Recipient.class);
        of("""
                        select recipient, sum(mass_kg) as mass_kg
                        from compost.handout
                        where community_id = any(:communities)
                        and site_id = any(:sites)
                        and local_date between :from and :to
                        and taken_back_at is null
                        group by recipient
                        """, sites, from, until).query(Sum.class).list().forEach(it -> sums.put(it.recipient(), it.massKg()));
        return sums;
    }
}
