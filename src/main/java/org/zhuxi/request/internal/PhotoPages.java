package org.zhuxi.request.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.activity.EvidenceResponse;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.request.RequestDesk;
import org.zhuxi.request.RequestPermissions;
import org.zhuxi.request.RequestPhoto;
import org.zhuxi.request.RequestPhoto.Box;
import org.zhuxi.request.RequestPhotos;
import org.zhuxi.request.RequestRefused;

/** Photos at the desk: taken afterwards, looked at, covered and released. */
@Controller
class PhotoPages {

    private final RequestPhotos photos;
    private final RequestDesk desk;

    PhotoPages(RequestPhotos photos, RequestDesk desk) {
        this.photos = photos;
        this.desk = desk;
    }

    @PostMapping(InboxPages.PATH + "/{id}/photos")
    String add(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "AFTER") String phase,
            @RequestParam(required = false) @Nullable MultipartFile photo)
            throws IOException {
        desk.story(actor, id);
        if (photo == null || photo.isEmpty()) {
            throw new RequestRefused.NoPhoto();
        }
        var when = Typed.find(RequestPhoto.Phase.class, phase).orElse(RequestPhoto.Phase.AFTER);
        try (var content = photo.getInputStream()) {
            photos.add(actor, id, when, content);
        }
        return "redirect:" + InboxPages.PATH + "/" + id;
    }

    /** The photo as it came. */
    @GetMapping("/work/request-photos/{id}/original")
    ResponseEntity<Resource> original(Actor actor, @PathVariable UUID id) {
        return EvidenceResponse.of(photos.open(actor, id));
    }

    @GetMapping("/work/request-photos/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return page(actor, id, "");
    }

    private ModelAndView page(Actor actor, UUID id, String boxes) {
        var photo = photos.get(actor, id);
        var story = desk.story(actor, photo.request());
        return new ModelAndView("request/photo-release")
                .addObject("photo", photo)
                .addObject("story", story)
                .addObject("boxes", boxes)
                .addObject(
                        "mayRelease",
                        actor.may(RequestPermissions.RELEASE, story.request().path()))
                .addObject("wrong", Wrong.nothing());
    }

    /** @param boxes what is covered, in pixels: {@code x y width height}, with a semicolon between them */
    @PostMapping("/work/request-photos/{id}/release")
    ModelAndView release(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String boxes)
            throws IOException {
        photos.getForRelease(actor, id);
        try {
            return back(photos.release(actor, id, read(boxes)));
        } catch (Refused refused) {
            var kind = refused.problem().kind();
            if (kind == Problem.Kind.NOT_FOUND || kind == Problem.Kind.FORBIDDEN) {
                throw refused;
            }
            return Wrong.again(page(actor, id, boxes), refused);
        }
    }

    private static List<Box> read(String typed) {
        if (typed.isBlank()) {
            return List.of();
        }
        if (!typed.strip().matches("(\\d{1,5}( +\\d{1,5}){3} *;? *){1,50}")) {
            throw new RequestRefused.WrongBoxes();
        }
        return Arrays.stream(typed.strip().split(" *; *"))
                .map(box -> box.split(" +"))
                .filter(sides -> sides.length == 4)
                .map(sides -> new Box(
                        Integer.parseInt(sides[0]),
                        Integer.parseInt(sides[1]),
                        Integer.parseInt(sides[2]),
                        Integer.parseInt(sides[3])))
                .toList();
    }

    @PostMapping("/work/request-photos/{id}/hiding")
    ModelAndView hide(Actor actor, @PathVariable UUID id) {
        return back(photos.hide(actor, id));
    }

    private static ModelAndView back(RequestPhoto photo) {
        return new ModelAndView("redirect:" + InboxPages.PATH + "/" + photo.request());
    }
}
