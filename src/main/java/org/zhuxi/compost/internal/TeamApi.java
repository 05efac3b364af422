package org.zhuxi.compost.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.compost.CompostTeam;
import org.zhuxi.compost.TeamMember;
import org.zhuxi.compost.TeamPart;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;

/** The team of a site for programs. */
@RestController
@RequestMapping("/api/v1/compost/sites/{id}/team")
class TeamApi {

    private final CompostTeam team;

    TeamApi(CompostTeam team) {
        this.team = team;
    }

    record TeamJson(List<TeamMember> items) {}

    record NewMemberJson(
            @Nullable UUID id,
            @Nullable String username,
            @Nullable String part,
            @Nullable LocalDate since) {}

    record EndJson(@Nullable LocalDate until) {}

    record IdJson(UUID id) {}

    @GetMapping
    TeamJson list(Actor actor, @PathVariable String id) {
        return new TeamJson(team.list(actor, Ids.read(id)));
    }

    @PostMapping
    IdJson take(Actor actor, @PathVariable String id, @RequestBody NewMemberJson body) {
        var key = Typed.required("id", body.id());
        team.take(
                actor,
                Ids.read(id),
                key,
                Typed.text(body.username()),
                Typed.choice("part", TeamPart.class, body.part()),
                Typed.required("since", body.since()),
                Origin.RECORDED);
        return new IdJson(key);
    }

    @PostMapping("/{member}/ending")
    IdJson end(Actor actor, @PathVariable String id, @PathVariable String member, @RequestBody EndJson body) {
        var key = Ids.read(member);
        team.end(actor, Ids.read(id), key, Typed.required("until", body.until()));
        return new IdJson(key);
    }
}
