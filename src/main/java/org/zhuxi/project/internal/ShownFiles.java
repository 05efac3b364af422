package org.zhuxi.project.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.EvidenceUse;
import org.zhuxi.project.internal.photo.PhotoStore;

/** Documents and photos of projects outlive the account that uploaded them: they are the project's, not the person's. */
@Component
class ShownFiles implements EvidenceUse {

    private final PartStore parts;
    private final PhotoStore photos;

    ShownFiles(PartStore parts, PhotoStore photos) {
        this.parts = parts;
        this.photos = photos;
    }

    @Override
    public Set<String> needed(Collection<String> sha256) {
        var needed = new HashSet<>(parts.shown(sha256));
        needed.addAll(photos.shown(sha256));
        return needed;
    }
}
