package org.zhuxi.request;

import java.util.Set;
import java.util.UUID;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;

/**
 * Published inside the transaction in which somebody called for help, or in which a call that nobody answered was raised.
 *
 * @param call its id
 * @param level whom it has reached: 1 the duty of the building and desk, 2 the head of the community, 3 the street
 * @param where what people call the building or site; never the dwelling
 * @param people accounts of those on duty at this level
 */
public record HelpCalled(CommunityId community, UUID call, int level, Names where, Set<UUID> people) {

    public HelpCalled {
        people = Set.copyOf(people);
    }
}
