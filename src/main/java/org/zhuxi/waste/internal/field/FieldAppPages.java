package org.zhuxi.waste.internal.field;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.waste.internal.DropNote;
import tools.jackson.databind.json.JsonMapper;

/** The field app: a page a phone keeps, its service worker and what makes it installable. */
@Controller
class FieldAppPages {

    /** Paper and bamboo of assets/tokens.css, for the phone's own frame around the app. */
    private static final String PAPER = "#faf9f5";

    private static final String BAMBOO = "#2f7d5b";

    /** What the scripts say, by the last part of its key. */
    private static final List<String> SPOKEN = List.of(
            "saved",
            "saved-without-photo",
            "checked-missing",
            "correct-too-many",
            "inspected",
            "nobody-knows",
            "card-missing",
            "card-mistyped",
            "class-missing",
            "amount-missing",
            "amount-unreadable",
            "station-missing",
            "full",
            "photo-unreadable",
            "photo-added",
            "photo-refused",
            "photo-too-large",
            "all-sent",
            "unsent",
            "offline",
            "sign-in",
            "sending",
            "trouble",
            "nobody",
            "others",
            "refused-count",
            "state-queued",
            "state-sending",
            "state-sent",
            "state-refused",
            "state-conflict",
            "conflict-hint",
            "correcting",
            "clock-changed",
            "bags",
            "estimated",
            "shift-line",
            "points",
            "old");

    private final FieldShell shell;
    private final Messages messages;
    private final JsonMapper json;

    FieldAppPages(FieldShell shell, Messages messages, JsonMapper json) {
        this.shell = shell;
        this.messages = messages;
        this.json = json;
    }

    @GetMapping(FieldShell.PAGE)
    String app(Locale locale, Model model, HttpServletResponse response) {
        model.addAttribute("words", json.writeValueAsString(messages.spoken(locale, "waste-field.say.", SPOKEN)));
        model.addAttribute("longestNote", DropNote.LENGTH);
        return "waste/field/app";
    }

    /** Asks for signing in and leads back to the app. */
    @GetMapping("/field/app/return")
    String comeBack() {
        return "redirect:" + FieldShell.PAGE;
    }

    @GetMapping("/field/sw.js")
    ResponseEntity<String> worker() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/field")
                .body(shell.worker());
    }

    @GetMapping("/app.webmanifest")
    ResponseEntity<String> manifest(Locale locale) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("id", "/field");
        manifest.put("name", messages.get(locale, "waste-field.app-name"));
        manifest.put("short_name", messages.get(locale, "app.name"));
        manifest.put("description", messages.get(locale, "waste-field.app-about"));
        manifest.put("lang", locale.getLanguage().equals("en") ? "en" : "zh-CN");
        manifest.put("start_url", FieldShell.PAGE);
        manifest.put("scope", "/");
        manifest.put("display", "standalone");
        manifest.put("background_color", PAPER);
        manifest.put("theme_color", BAMBOO);
        manifest.put("icons", List.of(icon(192, "any"), icon(512, "any"), icon(512, "maskable")));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/manifest+json;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body(json.writeValueAsString(manifest));
    }

    private static Map<String, String> icon(int pixels, String purpose) {
        return Map.of(
                "src",
                "/assets/icon-%d.png".formatted(pixels),
                "sizes",
                "%1$dx%1$d".formatted(pixels),
                "type",
                "image/png",
                "purpose",
                purpose);
    }
}
