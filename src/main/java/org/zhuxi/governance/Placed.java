package org.zhuxi.governance;

import java.util.UUID;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/** What is kept at a place of one community. */
public interface Placed {

    CommunityId community();

    UUID id();

    /** Code of the place. */
    String place();

    PlacePath path();

    Origin origin();
}
