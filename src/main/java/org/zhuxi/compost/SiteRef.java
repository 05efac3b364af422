package org.zhuxi.compost;

import java.util.UUID;
import org.zhuxi.kernel.CommunityId;

/** A compost site and the community whose rows it belongs to. */
public record SiteRef(CommunityId community, UUID id) {}
