package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.compost.BenefitReport.Treated;
import org.zhuxi.compost.Handout;
import org.zhuxi.compost.SiteRef;

/** What the published months of a site add up to. */
@Repository
public class BenefitStore {

    private static final String PUBLISHED = """
            join compost.site_month done
                on done.community_id = entry.community_id
                and done.site_id = entry.site_id
                and done.month = date_trunc('month', entry.local_date)::date
                and done.state = 'PUBLISHED'
            where entry.community_id = :community
            and entry.site_id = :site
            and entry.local_date between :from and :to
            and not exists (
                select from compost.entry_taken_back back
                where back.community_id = entry.community_id and back.entry_id = entry.id)
            """;

    private final JdbcClient jdbc;

    BenefitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec of(String sql, SiteRef site, YearMonth from, YearMonth until) {
        return jdbc.sql(sql)
                .param("community", site.community().value())
                .param("site", site.id())
                .param("from", from.atDay(1))
                .param("to", until.atEndOfMonth());
    }

    /** How many months are published. */
    public int months(SiteRef site, YearMonth from, YearMonth until) {
        return of("""
                        select count(*)
                        from compost.site_month
                        where community_id = :community and site_id = :site and month between :from and :to
                        and state = 'PUBLISHED'
                        """, site, from, until).query(Integer.class).single();
    }

    /** What was treated, by material, as it counts. */
    public List<Treated> treated(SiteRef site, YearMonth from, YearMonth until) {
        return of("""
                        select entry.material, sum(credit.mass_kg) as mass_kg, bool_and(entry.mass_kg is not null) as is_weighed
                        from compost.credit credit
                        join compost.entry entry
                            on entry.community_id = credit.community_id and entry.id = credit.entry_id
                        where credit.community_id = :community
                        and credit.site_id = :site
                        and credit.month between :from and :to
                        and credit.measure = 'compost.treated.mass'
                        group by entry.material
                        order by mass_kg desc, entry.material
                        """, site, from, until)
                .query((row, number) -> new Treated(
                        row.getString("material"), row.getBigDecimal("mass_kg"), row.getBoolean("is_weighed")))
                .list();
    }

    /** Finished compost, as it counts. */
    public BigDecimal madeKg(SiteRef site, YearMonth from, YearMonth until) {
        return of("""
                        select coalesce(sum(mass_kg), 0)
                        from compost.credit
                        where community_id = :community and site_id = :site and month between :from and :to
                        and measure = 'compost.made.mass'
                        """, site, from, until).query(BigDecimal.class).single();
    }

    /** What was sieved out and thrown away. */
    public BigDecimal rejectedKg(SiteRef site, YearMonth from, YearMonth until) {
        return of(
                        "select coalesce(sum(entry.mass_kg), 0) from compost.entry entry\n" + PUBLISHED
                                + "and entry.kind = 'REJECT'",
                        site,
                        from,
                        until)
                .query(BigDecimal.class)
                .single();
    }

    /** @param keepers how many accounts recorded something */
    public record People(long keepers, long days) {}

    public People people(SiteRef site, YearMonth from, YearMonth until) {
        return of(
                        "select count(distinct entry.recorded_by) as keepers, count(distinct entry.local_date) as days"
                                + " from compost.entry entry\n" + PUBLISHED,
                        site,
                        from,
                        until)
                .query(People.class)
                .single();
    }

    /** Compost that went out, by who took it. */
    public Map<Handout.Recipient, BigDecimal> handedOut(SiteRef site, YearMonth from, YearMonth until) {
        record Sum(Handout.Recipient recipient, BigDecimal massKg) {}
        var sums = new EnumMap<Handout.Recipient, BigDecimal>(Handout.Recipient.class);
        of("""
                        select recipient, sum(mass_kg) as mass_kg
                        from compost.handout
                        where community_id = :community and site_id = :site and local_date between :from and :to
                        and taken_back_at is null
                        group by recipient
                        """, site, from, until).query(Sum.class).list().forEach(it -> sums.put(it.recipient(), it.massKg()));
        return sums;
    }

    /** Batches that left their units and were not thrown away. */
    public List<UUID> endedBatches(SiteRef site, YearMonth from, YearMonth until) {
        return of("""
                        select id
                        from compost.batch
                        where community_id = :community and site_id = :site and ended_on between :from and :to
                        and state <> 'DISCARDED'
                        order by id
                        limit 200
                        """, site, from, until).query(UUID.class).list();
    }
}
