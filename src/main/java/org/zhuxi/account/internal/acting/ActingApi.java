package org.zhuxi.account.internal.acting;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.account.Acting;
import org.zhuxi.account.ActingConsent;
import org.zhuxi.account.AuditEntry;
import org.zhuxi.kernel.Actor;

/** Who may act for whom, for one's own programs; deciding needs the person's own session. Acting itself is done on pages alone. */
@RestController
@RequestMapping("/api/v1/me/acting")
class ActingApi {

    private static final int LINES = 200;

    private final Acting acting;

    ActingApi(Acting acting) {
        this.acting = acting;
    }

    /** @param scopes everything that can be agreed to */
    record Consents(List<ActingConsent> byMe, List<ActingConsent> toMe, List<String> scopes) {}

    record Given(UUID id) {}

    record History(List<AuditEntry> items, @Nullable String next) {}

    @GetMapping
    Consents list(Actor actor) {
        return new Consents(acting.byMe(actor), acting.toMe(actor), acting.scopes());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Given give(Actor actor, @RequestBody ActingForm form) {
        return new Given(acting.give(actor, form.toNew()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable UUID id) {
        acting.end(actor, id);
    }

    @GetMapping("/history")
    History history(Actor actor, @RequestParam @Nullable UUID after) {
        var found = acting.history(actor, LINES, after);
        return new History(found.items(), found.next());
    }
}
