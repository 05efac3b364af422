package org.zhuxi.notice.internal;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.notice.NewWebhook;
import org.zhuxi.notice.NoticePermissions;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.notice.Webhook;
import org.zhuxi.notice.Webhooks;
import org.zhuxi.place.Place;
import org.zhuxi.platform.web.Wrong;

/** Group chats that take notices. */
@Controller
@RequestMapping("/work/webhooks")
public class WebhookPages {

    private final Webhooks webhooks;
    private final Audience audience;

    WebhookPages(Webhooks webhooks, Audience audience) {
        this.webhooks = webhooks;
        this.audience = audience;
    }

    /** What has been typed, but for the secret. */
    public record Typed(Webhook.Kind kind, String label, String address) {}

    @GetMapping
    ModelAndView list(Actor actor, @RequestParam @Nullable String place) {
        var at = audience.scope(actor, NoticePermissions.WEBHOOKS, place);
        return show(actor, at, new Typed(Webhook.Kind.WECOM, "", ""), Wrong.nothing());
    }

    @PostMapping
    ModelAndView add(
            Actor actor,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String secret) {
        var chosen = Arrays.stream(Webhook.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElse(Webhook.Kind.JSON);
        try {
            webhooks.add(actor, new NewWebhook(place, chosen, label, address, secret));
            return new ModelAndView(
                    "redirect:/work/webhooks?place=" + audience.named(place).code());
        } catch (NoticeRefused refused) {
            var at = audience.scope(actor, NoticePermissions.WEBHOOKS, null);
            var page = show(actor, at, new Typed(chosen, label, address), new Wrong(refused.problem()));
            page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
            return page;
        }
    }

    @PostMapping("/{id}/test")
    String test(Actor actor, @PathVariable UUID id) {
        webhooks.test(actor, id);
        return "redirect:/work/webhooks";
    }

    @PostMapping("/{id}/pause")
    String pause(Actor actor, @PathVariable UUID id) {
        webhooks.pause(actor, id);
        return "redirect:/work/webhooks";
    }

    @PostMapping("/{id}/resumption")
    ModelAndView resume(Actor actor, @PathVariable UUID id) {
        try {
            webhooks.resume(actor, id);
            return new ModelAndView("redirect:/work/webhooks");
        } catch (NoticeRefused refused) {
            var at = audience.scope(actor, NoticePermissions.WEBHOOKS, null);
            var page = show(actor, at, new Typed(Webhook.Kind.WECOM, "", ""), new Wrong(refused.problem()));
            page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
            return page;
        }
    }

    @PostMapping("/{id}/ending")
    String end(Actor actor, @PathVariable UUID id) {
        webhooks.end(actor, id);
        return "redirect:/work/webhooks";
    }

    private ModelAndView show(Actor actor, Place at, Typed typed, Wrong wrong) {
        return new ModelAndView("notice/webhooks")
                .addObject("place", at)
                .addObject("hooks", webhooks.list(actor, at.path()))
                .addObject("typed", typed)
                .addObject("wrong", wrong);
    }
}
