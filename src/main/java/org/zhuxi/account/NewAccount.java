package org.zhuxi.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;

/**
 * An account to be opened.
 *
 * @param username unique, 3 to 40 letters, digits, dots, dashes
 * @param phone mainland mobile number, also good for signing in; or null
 * @param name what others see
 * @param password in clear, hashed before it is kept
 */
public record NewAccount(
        String username,
        @Nullable String phone,
        String name,
        String password,
        Set<Grant> grants,
        Set<HouseholdRef> households,
        Origin origin) {

    @Override
    public String toString() {
        return "NewAccount[" + username + "]";
    }
}
