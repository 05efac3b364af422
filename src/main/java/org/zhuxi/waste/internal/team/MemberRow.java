package org.zhuxi.waste.internal.team;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.waste.team.Member;
import org.zhuxi.waste.team.Part;

/** A member as it lies in the database. */
record MemberRow(
        int communityId,
        UUID accountId,
        String username,
        String name,
        String part,
        LocalDate since,
        @Nullable LocalDate until) {

    Member member() {
        return new Member(new CommunityId(communityId), accountId, username, name, Part.valueOf(part), since, until);
    }
}
