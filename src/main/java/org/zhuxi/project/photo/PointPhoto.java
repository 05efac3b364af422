package org.zhuxi.project.photo;

import java.time.LocalDate;
import java.util.UUID;
import org.zhuxi.kernel.CommunityId;

/** A photo from a point. @param sha256 of the kept file */
public record PointPhoto(
        UUID id, CommunityId community, UUID point, Phase phase, LocalDate takenOn, String sha256, String mime) {

    /** Where everybody can see it. */
    public String path() {
        return "/projects/photos/" + id;
    }
}
