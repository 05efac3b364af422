package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.compost.SiteRef;

/** Masses of published months that prices are put to. */
@Repository
public class EconomyStore {

    private final JdbcClient jdbc;

    EconomyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A site's year.
     *
     * @param wasteKg of the materials asked for, rejects deducted
     * @param nutrientShare N, P₂O₅ and K₂O of the fresh compost, the mean of tests that tell both nutrients and moisture; null without
     */
    public record Masses(
            UUID siteId,
            BigDecimal wasteKg,
            BigDecimal madeKg,
            @Nullable BigDecimal nutrientShare) {}

    /** @param materials whose treatment spares the city waste */
    public Map<UUID, Masses> masses(Collection<SiteRef> sites, Collection<String> materials, int year) {
        return jdbc
                .sql("""
                        select site.site_id,
                            coalesce(treated.mass_kg, 0) - coalesce(rejected.mass_kg, 0) as waste_kg,
                            coalesce(made.mass_kg, 0) as made_kg,
                            tested.nutrient_share
                        from compost.site site
                        left join lateral (
                            select sum(credit.mass_kg) as mass_kg
                            from compost.credit credit
                            join compost.entry entry
                                on entry.community_id = credit.community_id and entry.id = credit.entry_id
                            where credit.community_id = site.community_id
                            and credit.site_id = site.site_id
                            and credit.month between :from and :to
                            and credit.measure = 'compost.treated.mass'
                            and entry.material = any(:materials)) treated on true
                        left join lateral (
                            select sum(credit.mass_kg) as mass_kg
                            from compost.credit credit
                            where credit.community_id = site.community_id
                            and credit.site_id = site.site_id
                            and credit.month between :from and :to
                            and credit.measure = 'compost.made.mass') made on true
                        left join lateral (
                            select sum(entry.mass_kg) as mass_kg
                            from compost.entry entry
                            join compost.site_month done
                                on done.community_id = entry.community_id
                                and done.site_id = entry.site_id
                                and done.month = date_trunc('month', entry.local_date)::date
                                and done.state = 'PUBLISHED'
                            where entry.community_id = site.community_id
                            and entry.site_id = site.site_id
                            and entry.kind = 'REJECT'
                            and entry.local_date between :from and :to
                            and not exists (
                                select from compost.entry_taken_back back
                                where back.community_id = entry.community_id and back.entry_id = entry.id)) rejected on true
                        left join lateral (
                            select avg(nutrients.value / 100 * (1 - moisture.value / 100)) as nutrient_share
                            from compost.quality_test test
                            join compost.batch batch
                                on batch.community_id = test.community_id and batch.id = test.batch_id
                            join compost.quality_value nutrients
                                on nutrients.community_id = test.community_id
                                and nutrients.test_id = test.id
                                and nutrients.item = 'nutrients'
                            join compost.quality_value moisture
                                on moisture.community_id = test.community_id
                                and moisture.test_id = test.id
                                and moisture.item = 'moisture'
                            where batch.community_id = site.community_id
                            and batch.site_id = site.site_id
                            and test.sampled_on between :from and :to) tested on true
                        where site.community_id = any(:communities)
                        and site.site_id = any(:sites)
                        """)
                .param(
                        "communities",
                        sites.stream()
                                .map(it -> it.community().value())
                                .distinct()
                                .toArray(Integer[]::new))
                .param("sites", sites.stream().map(SiteRef::id).toArray(UUID[]::new))
                .param("materials", materials.toArray(String[]::new))
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query(Masses.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Masses::siteId, it -> it));
    }
}
