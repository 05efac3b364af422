package org.zhuxi.rights;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhuxi.account.Accounts;
import org.zhuxi.carbon.BaselineMix;
import org.zhuxi.carbon.Climate;
import org.zhuxi.carbon.Line;
import org.zhuxi.carbon.NewInput;
import org.zhuxi.carbon.NewStatement;
import org.zhuxi.carbon.Quality;
import org.zhuxi.carbon.Statements;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.testing.World;

/** Statements of the community that rights are tried in: a draft, a verified one, a published one. */
record CarbonScenery(Accounts accounts, Statements statements) {

    Map<String, String> in(World.Made made) {
        var head = accounts.actorOf(made.username("head"));
        var verified = draft(made, "2021");
        statements.verify(head, verified);
        var published = draft(made, "2020");
        statements.verify(head, published);
        statements.publish(head, published);
        return Map.of(
                "carbonDraft", draft(made, "2022").toString(),
                "carbonVerified", verified.toString(),
                "carbonPublished", published.toString());
    }

    private UUID draft(World.Made made, String year) {
        var clerk = accounts.actorOf(made.username("clerk"));
        var buried = new BaselineMix(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO, "trial");
        var inputs = List.of(NewInput.of(Line.FOOD_COMPOSTED, "1", "t", Quality.WEIGHED, "trial"));
        var wanted = NewStatement.usual(
                made.communityCode(), year, Line.Scope.ORGANICS, Climate.TEMPERATE_WET, buried, inputs, "");
        return statements.draft(clerk, Ids.next(), wanted, Origin.SYNTHETIC).id();
    }
}
