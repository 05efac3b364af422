package org.zhuxi.notice.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.notice.NoticePermissions;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.notice.ReminderCall;
import org.zhuxi.notice.ReminderCalls;
import org.zhuxi.notice.Reminders;
import org.zhuxi.place.Places;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.waste.Stations;

/** Today's calls with what to say; and the same words for the household itself, to be read aloud. */
@Controller
public class ReminderPages {

    private static final int PAGE = 50;

    private final ReminderCalls calls;
    private final Reminders reminders;
    private final Stations stations;
    private final SpokenReminder spoken;
    private final Voice voice;
    private final Audience audience;
    private final Places places;

    ReminderPages(
            ReminderCalls calls,
            Reminders reminders,
            Stations stations,
            SpokenReminder spoken,
            Voice voice,
            Audience audience,
            Places places) {
        this.calls = calls;
        this.reminders = reminders;
        this.stations = stations;
        this.spoken = spoken;
        this.voice = voice;
        this.audience = audience;
        this.places = places;
    }

    /** A station and what is said about it. */
    public record Said(UUID station, String words) {}

    @GetMapping("/work/reminders")
    ModelAndView list(
            Actor actor, Locale locale, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after) {
        return show(actor, locale, place, after, Wrong.nothing());
    }

    @PostMapping("/work/reminders")
    ModelAndView add(
            Actor actor,
            Locale locale,
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String station,
            @RequestParam(defaultValue = "") String consent) {
        try {
            calls.add(actor, card, NotificationPages.id(station), consent);
            return new ModelAndView("redirect:/work/reminders");
        } catch (NoticeRefused refused) {
            var page = show(actor, locale, null, null, new Wrong(refused.problem()));
            page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
            return page;
        }
    }

    @PostMapping("/work/reminders/{household}/outcome")
    String note(Actor actor, @PathVariable UUID household, @RequestParam ReminderCall.Outcome outcome) {
        calls.note(actor, household, outcome);
        return "redirect:/work/reminders";
    }

    @PostMapping("/work/reminders/{household}/removal")
    String remove(Actor actor, @PathVariable UUID household) {
        calls.remove(actor, household);
        return "redirect:/work/reminders";
    }

    private ModelAndView show(Actor actor, Locale locale, @Nullable String place, @Nullable UUID after, Wrong wrong) {
        var at = audience.scope(actor, NoticePermissions.CALL, place);
        var found = calls.list(actor, at, PAGE, after);
        return new ModelAndView("notice/calls")
                .addObject("place", at)
                .addObject("found", found)
                .addObject("voice", voice.isThere())
                .addObject("scripts", scripts(found.items(), locale))
                .addObject("stations", places.sitesAt(at.path(), Stations.SITE_TYPE))
                .addObject("wrong", wrong);
    }

    private Map<UUID, String> scripts(List<ReminderCall> found, Locale locale) {
        var scripts = new HashMap<UUID, String>();
        found.stream()
                .map(ReminderCall::station)
                .distinct()
                .forEach(station ->
                        stations.find(station).ifPresent(view -> scripts.put(station, spoken.of(view, locale))));
        return scripts;
    }

    /** What is said to one's own household. */
    @GetMapping("/me/reminder")
    ModelAndView mine(Actor actor, Locale locale) {
        actor.account();
        var words = actor.households().stream()
                .flatMap(home -> reminders.stationOf(actor, home).stream())
                .distinct()
                .flatMap(station -> stations.find(station).stream())
                .map(view -> new Said(view.station().site().id(), spoken.of(view, locale)))
                .toList();
        return new ModelAndView("notice/spoken").addObject("words", words).addObject("voice", voice.isThere());
    }
}
