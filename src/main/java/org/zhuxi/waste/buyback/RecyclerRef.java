package org.zhuxi.waste.buyback;

import java.util.UUID;
import org.zhuxi.kernel.CommunityId;

/** A recycler together with the community it works in. */
public record RecyclerRef(CommunityId community, UUID id) {}
