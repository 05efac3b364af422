package org.zhuxi.account.internal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.account.AgeBand;
import org.zhuxi.account.ConsentEvent;
import org.zhuxi.account.ConsentEvent.Way;
import org.zhuxi.account.ConsentState;
import org.zhuxi.account.NewMember;
import org.zhuxi.account.PeopleRefused;
import org.zhuxi.account.Purpose;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdPlaces.HouseholdPlace;
import org.zhuxi.kernel.Ids;

/** Keeps decisions on the purposes there are. */
@Component
public class ConsentBook {

    /** That a child stands in the list of a household; the child goes when it is taken back. */
    static final String CHILD = "child";

    private final Purposes purposes;
    private final ConsentStore store;
    private final MemberStore members;
    private final Actors actors;
    private final Clock clock;

    ConsentBook(Purposes purposes, ConsentStore store, MemberStore members, Actors actors, Clock clock) {
        this.purposes = purposes;
        this.store = store;
        this.members = members;
        this.actors = actors;
        this.clock = clock;
    }

    /** @param note where a paper lies, or empty */
    public record Said(Way way, String note) {}

    public boolean has(UUID person, String code) {
        var purpose = purposes.find(code).orElseThrow(() -> new PeopleRefused.NoSuchConsent(code));
        return state(purpose, person).holds();
    }

    public List<ConsentState> states(UUID person, boolean isMinor) {
        return purposes.list().stream()
                .filter(purpose -> isMinor || !purpose.forMinors())
                .map(purpose -> state(purpose, person))
                .toList();
    }

    public List<ConsentEvent> list(UUID person) {
        return store.list(person);
    }

    /** Answers false when it was so already. */
    public boolean decide(Actor by, ConsentRights.Subject subject, String code, boolean given, Said said) {
        var purpose = purposes.find(code)
                .filter(found -> !found.needed() && (subject.isMinor() || !found.forMinors()))
                .orElseThrow(() -> new PeopleRefused.NoSuchConsent(code));
        if (state(purpose, subject.person()).holds() == given) {
            return false;
        }
        insert(by, subject.person(), purpose, given, said);
        if (!given && code.equals(CHILD)) {
            subject.memberships().stream()
                    .filter(member -> member.account() == null)
                    .forEach(member -> members.end(member.household(), member.id(), actors.today()));
        }
        return true;
    }

    /** The guardian's consent that a new child is listed; on paper when a clerk enters it. */
    public void recordForChild(Actor by, HouseholdPlace place, UUID child, NewMember member) {
        var purpose = purposes.find(CHILD).orElseThrow();
        var isPaper = !by.belongsTo(place.ref());
        var said = isPaper
                ? new Said(
                        Way.PAPER,
                        AgeBand.of(member.birthYear(), actors.today()).name())
                : new Said(Way.GUARDIAN, "");
        insert(by, child, purpose, true, said);
    }

    private void insert(Actor by, UUID person, Purpose purpose, boolean given, Said said) {
        var event = new ConsentEvent(
                person,
                Ids.next(),
                purpose.code(),
                purpose.version(),
                given,
                by.account(),
                said.way(),
                said.note(),
                clock.instant());
        store.insert(event);
    }

    private ConsentState state(Purpose purpose, UUID person) {
        var last = store.findLast(person, purpose.code()).orElse(null);
        var holds = purpose.needed() || (last != null && last.given() && last.version() == purpose.version());
        return new ConsentState(purpose, holds, last);
    }
}
