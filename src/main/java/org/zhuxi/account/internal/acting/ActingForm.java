package org.zhuxi.account.internal.acting;

import java.util.List;
import java.util.Set;
import org.zhuxi.account.NewActing;
import org.zhuxi.kernel.Origin;

/** What has been typed about somebody who may act. */
public record ActingForm(String helper, String helperName, List<String> scopes, String until, String note) {

    public ActingForm {
        helper = helper == null ? "" : helper;
        helperName = helperName == null ? "" : helperName;
        scopes = scopes == null ? List.of() : List.copyOf(scopes);
        until = until == null ? "" : until;
        note = note == null ? "" : note;
    }

    NewActing toNew() {
        return new NewActing(helper, helperName, Set.copyOf(scopes), until, note, Origin.RECORDED);
    }
}
