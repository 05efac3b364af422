package org.zhuxi.governance.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.governance.OpinionTalk;
import org.zhuxi.governance.Opinions;
import org.zhuxi.governance.internal.AgreementsApi.TalkItem;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;

/** Talks at the desk, for programs: begun, looked through, and what harms somebody hidden. */
@RestController
@RequestMapping("/api/v1/opinions/{id}")
class TalkDeskApi {

    private final Opinions opinions;

    TalkDeskApi(Opinions opinions) {
        this.opinions = opinions;
    }

    /** @param seeds first statements, each in one line */
    record NewTalk(
            @Nullable String place,
            @Nullable String title,
            @Nullable String words,
            @Nullable LocalDate closesOn,
            @Nullable List<String> seeds) {}

    record Reason(@Nullable String reason) {}

    @PutMapping
    TalkItem begin(Actor actor, @PathVariable UUID id, @RequestBody NewTalk body) {
        var seeds = Objects.requireNonNullElse(body.seeds(), List.<String>of()).stream()
                .map(it -> Typed.text(it).replaceAll("\\R", " "))
                .toList();
        return TalkItem.of(opinions.begin(
                actor,
                id,
                body.place(),
                body.title(),
                body.words(),
                body.closesOn(),
                String.join("\n", seeds),
                Origin.RECORDED));
    }

    /** All statements, hidden ones with the reason. */
    @GetMapping("/statements")
    List<OpinionTalk.Statement> statements(Actor actor, @PathVariable UUID id) {
        return opinions.statements(actor, opinions.get(id));
    }

    @PostMapping("/statements/{statement}/hiding")
    OpinionTalk.View hide(Actor actor, @PathVariable UUID id, @PathVariable UUID statement, @RequestBody Reason body) {
        opinions.hide(actor, id, statement, body.reason());
        return opinions.view(opinions.get(id));
    }
}
