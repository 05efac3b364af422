package org.zhuxi.account;

import java.util.Set;
import org.zhuxi.kernel.Origin;

/**
 * Consent to being acted for, as it is typed.
 *
 * @param helper user name or mobile number of the helper
 * @param helperName the helper's name, so that nobody is chosen by mistake and nobody is guessed
 * @param scopes what for
 * @param until the last day, such as 2026-12-31
 * @param note where the paper lies; empty when the person says so himself
 */
public record NewActing(
        String helper, String helperName, Set<String> scopes, String until, String note, Origin origin) {

    public NewActing {
        helper = helper.strip();
        helperName = helperName.strip();
        scopes = Set.copyOf(scopes);
        until = until.strip();
        note = note.strip();
    }
}
