package org.zhuxi.compost.internal;

import java.time.Year;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.compost.MonthState;
import org.zhuxi.compost.SiteRef;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.CommunityId;

/** How far the months of sites are. */
@Repository
public class MonthBook {

    private final JdbcClient jdbc;

    MonthBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A month of a site. */
    public record Key(SiteRef site, YearMonth month) {}

    /** The months of some sites that are not open. */
    public Map<Key, MonthState> states(Collection<SiteRef> sites) {
        record Found(int communityId, UUID siteId, java.time.LocalDate month, MonthState state) {}
        var states = new HashMap<Key, MonthState>();
        jdbc.sql("""
                        select community_id, site_id, month, state
                        from compost.site_month
                        where community_id = any(:communities) and site_id = any(:sites)
                        """)
                .param(
                        "communities",
                        sites.stream().map(it -> it.community().value()).toArray(Integer[]::new))
                .param("sites", sites.stream().map(SiteRef::id).toArray(UUID[]::new))
                .query(Found.class)
                .list()
                .forEach(it -> states.put(
                        new Key(
                                new SiteRef(new CommunityId(it.communityId()), it.siteId()),
                                YearMonth.from(it.month())),
                        it.state()));
        return states;
    }

    /** Keeps months of some sites from being submitted until the transaction ends; several may hold it at once. */
    public void hold(Collection<SiteRef> sites) {
        lock(sites, "for share");
    }

    /** Keeps entries of a site from being made until the transaction ends. */
    public void close(SiteRef site) {
        lock(List.of(site), "for update");
    }

    private void lock(Collection<SiteRef> sites, String how) {
        jdbc.sql("""
                        select site_id
                        from compost.site
                        where community_id = any(:communities) and site_id = any(:sites)
                        order by site_id
                        """ + how)
                .param(
                        "communities",
                        sites.stream().map(it -> it.community().value()).toArray(Integer[]::new))
                .param("sites", sites.stream().map(SiteRef::id).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** Takes note that the figures of a month, and so of its year, have changed. */
    public static void note(Rollups rollups, SiteRef site, YearMonth month) {
        rollups.note(List.of(site.community()), ReportPeriod.of(month));
        rollups.note(List.of(site.community()), ReportPeriod.of(Year.from(month)));
    }
}
