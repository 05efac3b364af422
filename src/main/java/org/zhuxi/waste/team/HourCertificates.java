package org.zhuxi.waste.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.team.CertificateStore;

/** Certificates of volunteers' hours: made out by the member from verified records, checked by whoever has the paper. */
@Service
public class HourCertificates {

    private static final int MOST_YEARS = 5;
    private static final int SHOWN = 50;

    private final CertificateStore store;
    private final Places places;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    HourCertificates(CertificateStore store, Places places, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.places = places;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Makes a certificate out for oneself.
     *
     * @param to the last day, today at the latest
     * @throws TeamRefused.NoMember unless one belongs or belonged to that team
     * @throws TeamRefused.NoHours when nothing was verified in these days
     */
    @Transactional
    public HourCertificate issue(Actor actor, CommunityId community, LocalDate from, LocalDate to, Origin origin) {
        var member = teams(actor).stream()
                .filter(team -> team.community().equals(community))
                .findFirst()
                .orElseThrow(TeamRefused.NoMember::new);
        var zone = places.getCommunity(community).zone();
        if (to.isBefore(from)
                || to.isAfter(clock.instant().atZone(zone).toLocalDate())
                || from.isBefore(to.minusYears(MOST_YEARS))) {
            throw new WasteRefused.Unreadable("to", "certificate-days", MOST_YEARS);
        }
        var served = store.served(community, actor.account(), from, to);
        if (served.hours().signum() <= 0) {
            throw new TeamRefused.NoHours(from, to);
        }
        var certificate = new HourCertificate(
                community,
                Ids.next(),
                actor.account(),
                member.name(),
                from,
                to,
                served.duties(),
                served.hours(),
                clock.instant(),
                origin,
                served.hours());
        store.insert(certificate);
        var path = places.getCommunity(community).path();
        events.publishEvent(new Audited(
                actor,
                "certificate.issued",
                certificate.id().toString(),
                path,
                served.hours().toPlainString() + " h"));
        return certificate;
    }

    /** A certificate for whoever holds its address, with what the records say today. */
    @Transactional(readOnly = true)
    public HourCertificate get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** Whether this person may read the whole name: the member, and those who lead the team. */
    public boolean maySeeName(Actor actor, HourCertificate certificate) {
        return certificate.account().equals(actor.accountId())
                || actor.may(
                        TeamPermissions.LEAD,
                        places.getCommunity(certificate.community()).path());
    }

    /** One's own, the latest first. */
    @Transactional(readOnly = true)
    public List<HourCertificate> mine(Actor actor) {
        return store.ofAccount(actor.account(), SHOWN);
    }

    /** The teams one belongs or belonged to. */
    @Transactional(readOnly = true)
    public List<Member> teams(Actor actor) {
        return store.teams(actor.account());
    }
}
