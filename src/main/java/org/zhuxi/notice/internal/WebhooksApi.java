package org.zhuxi.notice.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.notice.NewWebhook;
import org.zhuxi.notice.NoticePermissions;
import org.zhuxi.notice.Webhook;
import org.zhuxi.notice.Webhooks;

/** Group chats for programs. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhooksApi {

    private final Webhooks webhooks;
    private final Audience audience;

    WebhooksApi(Webhooks webhooks, Audience audience) {
        this.webhooks = webhooks;
        this.audience = audience;
    }

    record WebhookJson(
            UUID id,
            Webhook.Kind kind,
            String label,
            String host,
            boolean signed,
            Instant madeAt,
            @Nullable Instant triedAt,
            @Nullable String outcome,
            boolean paused) {

        static WebhookJson of(Webhook it) {
            return new WebhookJson(
                    it.id(),
                    it.kind(),
                    it.label(),
                    it.host(),
                    it.signed(),
                    it.madeAt(),
                    it.triedAt(),
                    it.outcome(),
                    it.paused());
        }
    }

    record NewJson(
            @Nullable String place,
            Webhook.@Nullable Kind kind,
            @Nullable String label,
            @Nullable String address,
            @Nullable String secret) {

        NewWebhook command() {
            return new NewWebhook(
                    NoticeForm.text(place),
                    Objects.requireNonNullElse(kind, Webhook.Kind.JSON),
                    NoticeForm.text(label),
                    NoticeForm.text(address),
                    NoticeForm.text(secret));
        }
    }

    record Items(List<WebhookJson> items) {}

    record IdJson(UUID id) {}

    @GetMapping
    Items list(Actor actor, @RequestParam @Nullable String place) {
        var at = audience.scope(actor, NoticePermissions.WEBHOOKS, place);
        return new Items(
                webhooks.list(actor, at.path()).stream().map(WebhookJson::of).toList());
    }

    @PostMapping
    IdJson add(Actor actor, @RequestBody NewJson body) {
        return new IdJson(webhooks.add(actor, body.command()));
    }

    @PostMapping("/{id}/test")
    WebhookJson test(Actor actor, @PathVariable UUID id) {
        return WebhookJson.of(webhooks.test(actor, id));
    }

    @PostMapping("/{id}/pause")
    void pause(Actor actor, @PathVariable UUID id) {
        webhooks.pause(actor, id);
    }

    @DeleteMapping("/{id}/pause")
    void resume(Actor actor, @PathVariable UUID id) {
        webhooks.resume(actor, id);
    }

    @DeleteMapping("/{id}")
    void end(Actor actor, @PathVariable UUID id) {
        webhooks.end(actor, id);
    }
}
