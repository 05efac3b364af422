package org.zhuxi.request.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.request.CallBacks;
import org.zhuxi.request.RequestPhotos;
import org.zhuxi.request.RequestRefused;
import org.zhuxi.request.Satisfaction;

/** One's own report by its code, without an account: how it stands, is it resolved, one more word, taking it back. */
@Controller
@RequestMapping(TrackedPage.PATH)
class TrackPages {

    private final CallBacks callBacks;
    private final RequestPhotos photos;
    private final SenderLimits limits;
    private final TrackedPage tracked;

    TrackPages(CallBacks callBacks, RequestPhotos photos, SenderLimits limits, TrackedPage tracked) {
        this.callBacks = callBacks;
        this.photos = photos;
        this.limits = limits;
        this.tracked = tracked;
    }

    @GetMapping
    ModelAndView ask() {
        return CodeAddress.ask(TrackedPage.PATH, "request.ask");
    }

    @PostMapping
    ModelAndView show(@RequestParam(defaultValue = "") String code) {
        try {
            return tracked.show(Typed.text(code), "", Sent.nothing());
        } catch (Refused.NotFound unknown) {
            return CodeAddress.unknown(TrackedPage.PATH, "request.ask");
        }
    }

    @PostMapping("/call-back")
    ModelAndView callBack(
            Actor actor,
            HttpServletRequest web,
            @RequestParam(defaultValue = "") String code,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Sent(fields);
        return change(
                actor,
                web,
                code,
                typed,
                () -> callBacks.say(
                        code,
                        yesOrNo(typed.value("resolved")),
                        rating(typed.value("satisfaction")),
                        typed.value("words")));
    }

    static @Nullable Boolean yesOrNo(String typed) {
        return switch (Typed.text(typed)) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> null;
        };
    }

    static @Nullable Satisfaction rating(String typed) {
        return Typed.find(Satisfaction.class, typed).orElse(null);
    }

    @PostMapping("/additions")
    ModelAndView add(
            Actor actor,
            HttpServletRequest web,
            @RequestParam(defaultValue = "") String code,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Sent(fields);
        return change(actor, web, code, typed, () -> callBacks.add(code, typed.value("more")));
    }

    @PostMapping("/photos")
    ModelAndView photo(
            Actor actor,
            HttpServletRequest web,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable MultipartFile photo)
            throws IOException {
        var content = photo == null ? new byte[0] : photo.getBytes();
        return change(actor, web, code, Sent.nothing(), () -> {
            if (content.length == 0) {
                throw new RequestRefused.NoPhoto();
            }
            try (var stream = new java.io.ByteArrayInputStream(content)) {
                photos.send(code, stream);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(Actor actor, HttpServletRequest web, @RequestParam(defaultValue = "") String code) {
        return change(actor, web, code, Sent.nothing(), () -> callBacks.withdraw(code));
    }

    private ModelAndView change(Actor actor, HttpServletRequest web, String code, Sent typed, Runnable act) {
        try {
            limits.take(actor, "track", web.getRemoteAddr());
            act.run();
            return tracked.show(code, "", Sent.nothing());
        } catch (Refused refused) {
            if (refused.problem().kind() == Problem.Kind.NOT_FOUND) {
                return CodeAddress.unknown(TrackedPage.PATH, "request.ask");
            }
            return Wrong.again(tracked.show(code, "", typed), refused);
        }
    }
}
