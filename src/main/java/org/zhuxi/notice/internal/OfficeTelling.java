package org.zhuxi.notice.internal;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhuxi.account.RoleHolders;
import org.zhuxi.assessment.AssessmentMove;
import org.zhuxi.assessment.AssessmentMoved;
import org.zhuxi.assessment.CyclePermissions;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.notice.NotificationKind;
import org.zhuxi.notice.Notifications;
import org.zhuxi.notice.Told;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.report.DeadlineNear;
import org.zhuxi.report.ReportPermissions;

/** Tells those who work for a place what became of its assessment and what it owes soon, in the transaction of the cause. */
@Component
class OfficeTelling {

    /** What others decide about a community; a desk that takes a file up or down is no news, nor is what is not public yet. */
    private static final Set<AssessmentMove> NEWS = EnumSet.of(
            AssessmentMove.APPROVE,
            AssessmentMove.UNAPPROVE,
            AssessmentMove.RETURN,
            AssessmentMove.CHECK_AGAIN,
            AssessmentMove.TAKE_OUT,
            AssessmentMove.GIVE_NOTICE,
            AssessmentMove.OBJECT,
            AssessmentMove.DISMISS,
            AssessmentMove.UPHOLD,
            AssessmentMove.ATTAIN,
            AssessmentMove.FAIL,
            AssessmentMove.CALL_RECHECK,
            AssessmentMove.PASS_RECHECK,
            AssessmentMove.ORDER_RECTIFICATION,
            AssessmentMove.ACCEPT_RECTIFICATION,
            AssessmentMove.REVOKE);

    private final Notifications notifications;
    private final RoleHolders holders;
    private final Places places;
    private final Messages messages;

    OfficeTelling(Notifications notifications, RoleHolders holders, Places places, Messages messages) {
        this.notifications = notifications;
        this.holders = holders;
        this.places = places;
        this.messages = messages;
    }

    /** The community hears what was decided about it, and whoever runs the cycle that somebody objects. */
    @EventListener
    void on(AssessmentMoved moved) {
        if (!NEWS.contains(moved.move())) {
            return;
        }
        tell(moved, people(moved.path(), CyclePermissions.SELF.roles(), moved), "/work/assessment/");
        if (moved.move() == AssessmentMove.OBJECT) {
            tell(moved, people(moved.cyclePath(), CyclePermissions.RUN.roles(), moved), "/work/assessments/");
        }
    }

    private Set<UUID> people(PlacePath at, Set<Role> roles, AssessmentMoved moved) {
        var people = new HashSet<>(holders.closestTo(at, roles));
        people.remove(moved.by());
        return people;
    }

    private void tell(AssessmentMoved moved, Set<UUID> people, String page) {
        var name = places.findByPath(moved.path()).map(Place::name).orElse(new Names("", ""));
        var state = words("assessment.cycle.is." + moved.to());
        notifications.tell(
                moved.community(),
                people,
                new Told(
                        null,
                        NotificationKind.ASSESSMENT_MOVED,
                        moved.assessment() + "/" + moved.step(),
                        List.of(name.zh(), name.en(), state.zh(), state.en(), moved.reason()),
                        page + moved.assessment()));
    }

    /** Whoever writes reports for the place hears it, once for each time it is due to be reminded. */
    @EventListener
    void on(DeadlineNear near) {
        var owed = near.owed();
        var what = words("report.what." + owed.what());
        notifications.tellOffice(
                holders.closestTo(owed.path(), ReportPermissions.WRITE.roles()),
                new Told(
                        null,
                        near.daysLeft() < 0 ? NotificationKind.DEADLINE_PASSED : NotificationKind.DEADLINE_NEAR,
                        owed.id() + "/" + near.daysLeft(),
                        List.of(
                                owed.name().zh(),
                                owed.name().en(),
                                what.zh(),
                                what.en(),
                                String.valueOf(owed.year()),
                                owed.due().day().toString(),
                                String.valueOf(Math.abs(near.daysLeft()))),
                        Links.to("/office/deadlines", "place", owed.place())));
    }

    private Names words(String key) {
        return new Names(messages.get(Locale.SIMPLIFIED_CHINESE, key), messages.get(Locale.ENGLISH, key));
    }
}
