package org.zhuxi.activity.internal;

import java.nio.file.Files;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.kernel.Actor;
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
        return evidence.list(community, activity).stream()
                .filter(file -> file.sha256().equals(sha256))
                .map(file -> new EvidenceFiles.Opened(file, vault.path(file.sha256())))
                .filter(opened -> Files.exists(opened.path()))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(sha256));
    }
}
