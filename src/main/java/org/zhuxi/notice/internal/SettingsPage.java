package org.zhuxi.notice.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.notice.MailAddress;
import org.zhuxi.notice.MailAddresses;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.notice.NotificationKind;
import org.zhuxi.notice.Pushes;
import org.zhuxi.notice.Reminders;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.place.Site;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.waste.Stations;

/** The page on which one says how to be told. */
@Component
public class SettingsPage {

    private final Reminders reminders;
    private final Pushes pushes;
    private final MailAddresses mails;
    private final Places places;

    SettingsPage(Reminders reminders, Pushes pushes, MailAddresses mails, Places places) {
        this.reminders = reminders;
        this.pushes = pushes;
        this.mails = mails;
        this.places = places;
    }

    /**
     * A household and the stations it can be reminded of.
     *
     * @param chosen the one it is reminded of, or null
     */
    public record Home(
            Household household,
            List<Site> stations,
            @Nullable UUID chosen) {}

    /**
     * How one is written to.
     *
     * @param on whether the operator configured it
     * @param pending an address that is not confirmed yet
     */
    public record Mail(
            boolean on,
            @Nullable MailAddress current,
            @Nullable String pending) {}

    ModelAndView show(Actor actor) {
        return show(actor, Wrong.nothing());
    }

    /** Once more, with what was wrong. */
    ModelAndView again(Actor actor, NoticeRefused refused) {
        var page = show(actor, new Wrong(refused.problem()));
        page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
        return page;
    }

    private ModelAndView show(Actor actor, Wrong wrong) {
        actor.account();
        var homes = places.findHouseholds(actor.households()).values().stream()
                .map(household -> home(actor, household))
                .toList();
        return new ModelAndView("notice/settings")
                .addObject("homes", homes)
                .addObject("offered", NotificationKind.offeredTo(actor))
                .addObject("devices", pushes.devices(actor))
                .addObject("settings", pushes.settings(actor))
                .addObject("inPerson", actor.scopes() == null)
                .addObject("publicKey", pushes.publicKey())
                .addObject(
                        "mail",
                        new Mail(
                                mails.isOn(),
                                mails.find(actor).orElse(null),
                                mails.pending(actor).orElse(null)))
                .addObject("wrong", wrong);
    }

    private Home home(Actor actor, Household household) {
        var community = places.getCommunity(household.ref().community());
        return new Home(
                household,
                places.sitesAt(community.path(), Stations.SITE_TYPE),
                reminders.stationOf(actor, household.ref()).orElse(null));
    }
}
