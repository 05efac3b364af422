package org.zhuxi.compost;

import java.util.UUID;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;

/**
 * A museum, market or school that keeps a ledger of its waste.
 *
 * @param place code of its community, twelve digits
 */
public record Institution(
        CommunityId community, UUID id, String place, Names name, InstitutionKind kind, String note, Origin origin) {}
