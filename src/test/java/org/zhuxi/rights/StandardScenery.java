package org.zhuxi.rights;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.assessment.NewStandard;
import org.zhuxi.assessment.StandardDrafts;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.World;

/** Standards of the community that rights are tried in: a draft and a published one. */
record StandardScenery(Accounts accounts, StandardDrafts drafts) {

    Map<String, String> in(World.Made made) {
        var name = "standards-" + made.communityCode();
        var grants = Set.of(new Grant(Role.STREET_OFFICER, made.path()));
        accounts.open(
                World.founder(),
                List.of(new NewAccount(name, null, name, World.PASSWORD, grants, Set.of(), Origin.SYNTHETIC)));
        var officer = accounts.actorOf(name);
        var draft = "DRAFT-" + made.communityCode();
        var published = "DONE-" + made.communityCode();
        drafts.begin(officer, new NewStandard("GC2020", 1, draft, made.communityCode()), Origin.SYNTHETIC);
        drafts.begin(officer, new NewStandard("GC2020", 1, published, made.communityCode()), Origin.SYNTHETIC);
        drafts.publish(officer, published, 1);
        return Map.of("draft", draft, "published", published);
    }
}
