package org.zhuxi.platform.manifest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;

/** A section that a module adds to the public page of a community, such as its notices; one bean a section. */
public interface CommunityPart {

    /** The heading. */
    Names title();

    /** Where all of them are. */
    String allPath(PlacePath community);

    /** What to show, the most important first; the section is left out when there is nothing. */
    List<Entry> list(PlacePath community, int limit);

    /**
     * One line that opens.
     *
     * @param title as its author wrote it
     * @param path of its page
     */
    record Entry(String title, String path, @Nullable LocalDate day) {}
}
