package org.zhuxi.notice.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.notice.NotificationKind;
import org.zhuxi.notice.Pushes;

/** Which browsers ring, for what, and when not; and the worker that shows it. */
@Controller
class PushPages {

    private static final String SETTINGS = "redirect:/me/notifications/settings";
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final Pushes pushes;
    private final SettingsPage settings;

    PushPages(Pushes pushes, SettingsPage settings) {
        this.pushes = pushes;
        this.settings = settings;
    }

    @PostMapping("/me/notifications/settings/devices")
    ModelAndView subscribe(
            Actor actor,
            Locale locale,
            @RequestParam(defaultValue = "") String endpoint,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String auth) {
        return change(actor, () -> pushes.subscribe(actor, endpoint, key, auth, locale));
    }

    @PostMapping("/me/notifications/settings/devices/{id}/removal")
    String unsubscribe(Actor actor, @PathVariable UUID id) {
        pushes.unsubscribe(actor, id);
        return SETTINGS;
    }

    @PostMapping("/me/notifications/settings/rings")
    ModelAndView set(
            Actor actor,
            @RequestParam(defaultValue = "") List<String> rings,
            @RequestParam(defaultValue = "") String quietFrom,
            @RequestParam(defaultValue = "") String quietTo) {
        var kinds = Arrays.stream(NotificationKind.values())
                .filter(kind -> rings.contains(kind.name()))
                .collect(Collectors.toSet());
        return change(actor, () -> pushes.set(actor, kinds, quietFrom, quietTo));
    }

    private ModelAndView change(Actor actor, Runnable step) {
        try {
            step.run();
            return new ModelAndView(SETTINGS);
        } catch (NoticeRefused refused) {
            return settings.again(actor, refused);
        }
    }

    /** Beside the pages it serves, for a worker may not reach above its own address. */
    @GetMapping("/push-sw.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/me/")
                .body(new ClassPathResource("assets/push-sw.js"));
    }
}
