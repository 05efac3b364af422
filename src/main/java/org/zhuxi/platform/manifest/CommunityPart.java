package org.zhuxi.platform.manifest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/** A section that a module adds to the public page of a community, such as its notices; one bean a section. */
public interface CommunityPart {

    /** The heading, as a key of the messages. */
    String heading();

    /**
     * Where all of them are.
     *
     * @param code of the community
     */
    String allPath(String code);

    /** What to show, the most important first; the section is left out when there is nothing. */
    List<Entry> list(String code, int limit);

    /**
     * One line that opens.
     *
     * @param title as its author wrote it
     * @param path of its page
     */
    record Entry(Names title, String path, @Nullable LocalDate day) {}
}
