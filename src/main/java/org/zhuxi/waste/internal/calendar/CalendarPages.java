package org.zhuxi.waste.internal.calendar;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zhuxi.account.CalendarFeeds;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.web.QrCode;

/** One's dates in one's own calendar: its secret address, renewed and ended by its owner; and what is fetched there. */
@Controller
class CalendarPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;
    private final WasteCalendar dates;

    CalendarPages(CalendarFeeds feeds, WasteCalendar dates) {
        this.feeds = feeds;
        this.dates = dates;
    }

    @GetMapping("/me/calendar")
    ModelAndView mine(Actor actor) {
        return show(actor, null);
    }

    /** Shows the new address, this once. */
    @PostMapping("/me/calendar/renewal")
    ModelAndView renew(Actor actor, Locale locale) {
        var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/calendar/" + feeds.renew(actor) + ".ics")
                .queryParam("lang", locale.getLanguage())
                .toUriString();
        return show(actor, address);
    }

    @PostMapping("/me/calendar/ending")
    String end(Actor actor) {
        feeds.end(actor);
        return "redirect:/me/calendar";
    }

    private ModelAndView show(Actor actor, @Nullable String address) {
        return new ModelAndView("waste/calendar")
                .addObject("feed", feeds.find(actor).orElse(null))
                .addObject("address", address)
                .addObject("qr", address == null ? null : QrCode.of(address));
    }

    /** For calendar programs, which know nothing but the address. */
    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<String> fetch(@PathVariable String secret, Locale locale) {
        var person = feeds.open(secret).orElseThrow(() -> new Refused.NotFound("calendar"));
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .body(dates.of(person, locale));
    }
}
