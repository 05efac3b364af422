package org.zhuxi.waste;

import java.util.UUID;
import org.zhuxi.kernel.CommunityId;

/** A drop-off station together with the community that keeps its rows; the id is that of its site. */
public record StationRef(CommunityId community, UUID site) {}
