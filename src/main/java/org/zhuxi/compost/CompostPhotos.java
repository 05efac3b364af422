package org.zhuxi.compost;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Refused;

/** Photos of the compost log: kept before the entry that names them, and shown to those who may read the log. */
@Service
public class CompostPhotos {

    private final EvidenceFiles files;
    private final CompostSites sites;
    private final CompostLog log;

    CompostPhotos(EvidenceFiles files, CompostSites sites, CompostLog log) {
        this.files = files;
        this.sites = sites;
        this.log = log;
    }

    /**
     * Keeps a photo of a unit, without where and with what it was taken.
     *
     * @return its SHA-256 (hex), for {@link NewEntry#evidence}
     */
    public String keep(Actor actor, UUID unit, InputStream content) throws IOException {
        var site = sites.unit(unit).site();
        actor.require(CompostPermissions.LOG, sites.pathOf(site));
        return files.keepFor(actor, site.community(), content).sha256();
    }

    /**
     * A photo of an entry. People may be on it, so it stays with those who may read the log, also once the month is public.
     *
     * @throws Refused.NotFound when the entry has no such photo
     */
    public EvidenceFiles.Opened open(Actor actor, UUID entry, String sha256) {
        var found = log.get(actor, entry);
        actor.require(CompostPermissions.READ, sites.pathOf(found.site()));
        if (!found.evidence().contains(sha256)) {
            throw new Refused.NotFound(sha256);
        }
        return files.of(found.site().community(), sha256);
    }

    /** @throws CompostRefused.Unreadable when one of the photos was not kept for the community before */
    static void requireKept(EvidenceFiles files, CommunityId community, List<String> evidence) {
        if (!evidence.stream().allMatch(sha256 -> files.isKept(community, sha256))) {
            throw new CompostRefused.Unreadable("evidence", "compost-photo-unknown");
        }
    }
}
