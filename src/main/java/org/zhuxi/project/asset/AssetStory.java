package org.zhuxi.project.asset;

import java.util.List;

/** An asset with all that was found. */
public record AssetStory(Asset asset, List<AssetInspection> inspections, List<Finding> findings) {

    public AssetStory {
        inspections = List.copyOf(inspections);
        findings = List.copyOf(findings);
    }
}
