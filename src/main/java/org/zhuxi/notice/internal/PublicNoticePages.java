package org.zhuxi.notice.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.notice.Notices;
import org.zhuxi.place.Community;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.platform.web.Messages;

/** Notices as people read them: a community's for everybody, as a page and as a feed; one's own places' for residents. */
@Controller
class PublicNoticePages {

    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final int PAGE = 20;
    private static final int FEED = 50;

    private final Notices notices;
    private final Places places;
    private final Messages messages;

    PublicNoticePages(Notices notices, Places places, Messages messages) {
        this.notices = notices;
        this.places = places;
        this.messages = messages;
    }

    @GetMapping("/communities/{code}/notices")
    ModelAndView ofCommunity(@PathVariable String code, @RequestParam @Nullable String after) {
        var community = community(code);
        var found = notices.open(community.id(), PAGE, after);
        return new ModelAndView("notice/community")
                .addObject("community", community)
                .addObject("found", found);
    }

    @GetMapping("/communities/{code}/notices/{id}")
    ModelAndView one(@PathVariable String code, @PathVariable UUID id) {
        var community = community(code);
        return new ModelAndView("notice/one")
                .addObject("community", community)
                .addObject("notice", notices.getOpen(community.id(), id));
    }

    @GetMapping("/communities/{code}/notices.atom")
    ResponseEntity<byte[]> feed(@PathVariable String code, Locale locale) {
        var community = community(code);
        var base = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        var title = messages.get(locale, "notice.feed.title", community.name());
        var feed = new NoticeFeed(base, community, title, locale);
        return ResponseEntity.ok()
                .contentType(ATOM)
                .body(feed.write(notices.open(community.id(), FEED, null).items()));
    }

    @GetMapping("/me/notices")
    ModelAndView mine(Actor actor, @RequestParam @Nullable String after) {
        var found = notices.mine(actor, PAGE, after);
        return new ModelAndView("notice/mine")
                .addObject("found", found)
                .addObject("hasHousehold", !actor.households().isEmpty());
    }

    private Community community(String code) {
        return places.findByCode(code)
                .filter(place -> place.community() != null && place.code().equals(code))
                .map(Place::community)
                .map(places::getCommunity)
                .filter(it -> it.code().equals(code))
                .orElseThrow(() -> new Refused.NotFound(code));
    }
}
