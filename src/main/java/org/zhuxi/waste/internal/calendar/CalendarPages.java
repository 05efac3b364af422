package org.zhuxi.waste.internal.calendar;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zhuxi.account.CalendarFeeds;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.web.QrCode;

/** One's dates in one's own calendar: its password, renewed and ended by its owner; and what is fetched with it. */
@Controller
@EnableConfigurationProperties(CalendarSettings.class)
class CalendarPages {

    /** Calendar programs ask for a name; any will do. */
    static final String USER = "calendar";

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final String CHALLENGE = "Basic realm=\"" + USER + "\", charset=\"UTF-8\"";

    private final CalendarFeeds feeds;
    private final WasteCalendar dates;
    private final CalendarSettings settings;

    CalendarPages(CalendarFeeds feeds, WasteCalendar dates, CalendarSettings settings) {
        this.feeds = feeds;
        this.dates = dates;
        this.settings = settings;
    }

    @GetMapping("/me/calendar")
    ModelAndView mine(Actor actor) {
        return show(actor, "", "");
    }

    /** Shows the new password, this once. */
    @PostMapping("/me/calendar/renewal")
    ModelAndView renew(Actor actor, Locale locale) {
        var secret = feeds.renew(actor);
        return show(
                        actor,
                        secret,
                        settings.allowSecretAddresses() ? address("/calendar/" + secret + ".ics", locale) : "")
                .addObject("address", address("/calendar.ics", locale))
                .addObject("user", USER);
    }

    private static String address(String path, Locale locale) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(path)
                .queryParam("lang", locale.getLanguage())
                .toUriString();
    }

    @PostMapping("/me/calendar/ending")
    String end(Actor actor) {
        feeds.end(actor);
        return "redirect:/me/calendar";
    }

    private ModelAndView show(Actor actor, String password, String secretAddress) {
        return new ModelAndView("waste/calendar")
                .addObject("feed", feeds.find(actor).orElse(null))
                .addObject("password", password)
                .addObject("secretAddress", secretAddress)
                .addObject("qr", secretAddress.isEmpty() ? null : QrCode.of(secretAddress));
    }

    /** For calendar programs, which ask again with a password when they are told to. */
    @GetMapping("/calendar.ics")
    ResponseEntity<String> fetch(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            Locale locale) {
        return BasicPassword.in(authorization)
                .flatMap(feeds::open)
                .map(person -> calendar(person, locale))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    /** For programs that know nothing but an address, where the operator allows it. */
    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<String> fetchAt(@PathVariable String secret, Locale locale) {
        if (!settings.allowSecretAddresses()) {
            throw new Refused.NotFound("calendar");
        }
        return calendar(feeds.open(secret).orElseThrow(() -> new Refused.NotFound("calendar")), locale);
    }

    private ResponseEntity<String> calendar(Actor person, Locale locale) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .body(dates.of(person, locale));
    }
}
