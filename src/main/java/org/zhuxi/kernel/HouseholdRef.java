package org.zhuxi.kernel;

import java.util.UUID;

/** A household together with the community that keeps its rows. */
public record HouseholdRef(CommunityId community, UUID id) {}
