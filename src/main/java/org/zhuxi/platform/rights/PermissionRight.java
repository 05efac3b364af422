package org.zhuxi.platform.rights;

import java.util.Set;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Role;

/**
 * Which roles bring a permission, in their place and below.
 *
 * @param module whose it is
 * @param code stable name such as {@code place.household.read}
 * @param names what it allows, for people
 * @param scope what an API token must carry as well
 * @param nationOnly whether the role must hold for the whole country
 */
public record PermissionRight(
        String module, String code, Names names, String scope, Set<Role> roles, boolean nationOnly) {

    public PermissionRight {
        roles = Set.copyOf(roles);
    }
}
