package org.zhuxi.activity.internal;

import java.nio.file.Files;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.EvidenceFile;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Refused;

/** Opens evidence for those who may see its record. */
@Component
public class EvidenceReading {

    private final Reading reading;
    private final EvidenceStore evidence;
    private final FileVault vault;

    EvidenceReading(Reading reading, EvidenceStore evidence, FileVault vault) {
        this.reading = reading;
        this.evidence = evidence;
        this.vault = vault;
    }

    public EvidenceFiles.Opened open(Actor actor, UUID activity, String sha256) {
        var community = reading.activity(actor, activity).community();
        return opened(
                evidence.list(community, activity).stream()
                        .filter(file -> file.sha256().equals(sha256))
                        .findFirst(),
                sha256);
    }

    public EvidenceFiles.Opened of(CommunityId community, String sha256) {
        return opened(evidence.find(community, sha256), sha256);
    }

    public boolean isKept(CommunityId community, String sha256) {
        return evidence.find(community, sha256).isPresent();
    }

    private EvidenceFiles.Opened opened(Optional<EvidenceFile> known, String sha256) {
        return known.map(file -> new EvidenceFiles.Opened(file, vault.path(file.sha256())))
                .filter(opened -> Files.exists(opened.path()))
                .orElseThrow(() -> new Refused.NotFound(sha256));
    }
}
