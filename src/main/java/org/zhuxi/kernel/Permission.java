package org.zhuxi.kernel;

import java.util.Set;

/**
 * Something that can be allowed, and to whom.
 *
 * @param code stable name such as {@code activity.record}
 * @param scope what an API token must carry as well, such as {@code activities:write}
 * @param roles the roles that bring it, each in its own place and below
 */
public record Permission(String code, String scope, Set<Role> roles) {

    public Permission {
        roles = Set.copyOf(roles);
    }
}
