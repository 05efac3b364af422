package org.zhuxi.compost;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.carbon.Line;
import org.zhuxi.carbon.StatementSum;
import org.zhuxi.carbon.StatementSums;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.place.Places;
import org.zhuxi.place.Site;

/** What the published climate statements of sites add up to; for everybody. */
@Service
public class CompostClimate {

    private final Places places;
    private final StatementSums sums;

    CompostClimate(Places places, StatementSums sums) {
        this.places = places;
        this.sums = sums;
    }

    /** Of the latest year of each site that has any; sites without a statement are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, StatementSum> latest(Collection<CompostSite> sites) {
        var codes = codes(sites);
        var byCode = sums.latest(communities(sites), codes.values(), Line.Scope.ORGANICS);
        var latest = new HashMap<UUID, StatementSum>();
        codes.forEach((site, code) -> {
            var sum = byCode.get(code);
            if (sum != null) {
                latest.put(site, sum);
            }
        });
        return latest;
    }

    /** Of all these sites together in a year. */
    @Transactional(readOnly = true)
    public StatementSums.OfYear together(Collection<CompostSite> sites, int year) {
        return sums.of(communities(sites), codes(sites).values(), Line.Scope.ORGANICS, year);
    }

    private static List<CommunityId> communities(Collection<CompostSite> sites) {
        return sites.stream().map(it -> it.ref().community()).distinct().toList();
    }

    /** Under which code the place tree knows each site; statements name it. */
    Map<UUID, String> codes(Collection<CompostSite> sites) {
        var ids = sites.stream().map(it -> it.ref().id()).collect(Collectors.toSet());
        return places.sitesOf(communities(sites)).stream()
                .filter(it -> ids.contains(it.id()))
                .collect(Collectors.toMap(Site::id, Site::code));
    }
}
