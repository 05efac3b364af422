package org.zhuxi.account;

import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.ConsentEvent.Way;
import org.zhuxi.account.internal.ConsentBook;
import org.zhuxi.account.internal.ConsentRights;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;

/** What people agreed to. Other modules ask {@link #has} before they use personal data for more than the service. */
@Service
@Transactional
public class Consents {

    public static final int LONGEST_NOTE = 200;

    private final ConsentBook book;
    private final ConsentRights rights;
    private final ApplicationEventPublisher events;

    Consents(ConsentBook book, ConsentRights rights, ApplicationEventPublisher events) {
        this.book = book;
        this.rights = rights;
        this.events = events;
    }

    /**
     * Whether personal data may be used for a purpose: it is needed, or the last word on its present version was yes.
     *
     * @param person an account, or a household member without one
     */
    @Transactional(readOnly = true)
    public boolean has(UUID person, String purpose) {
        return book.has(person, purpose);
    }

    /** Every purpose that concerns the person, with its state; for the person, the guardian, and clerks of the place. */
    public List<ConsentState> of(Actor actor, UUID person) {
        return book.states(person, rights.requireReadable(actor, person).isMinor());
    }

    /** Every decision of a person, latest first; for the same people. */
    public List<ConsentEvent> history(Actor actor, UUID person) {
        rights.requireReadable(actor, person);
        return book.list(person);
    }

    /** Agrees, as the person or as the guardian; saying it twice changes nothing. */
    public void give(Actor actor, UUID person, String purpose) {
        decide(actor, person, purpose, true);
    }

    /** Takes consent back, as easily as it was given; what was done before stays lawful. */
    public void withdraw(Actor actor, UUID person, String purpose) {
        decide(actor, person, purpose, false);
    }

    /**
     * A clerk notes what somebody who is present said on paper.
     *
     * @param note where the paper lies; no names
     * @throws PeopleRefused.NoteMissing without a note
     */
    public void noteOnPaper(Actor actor, UUID person, String purpose, boolean given, String note) {
        var subject = rights.requireClerk(actor, person);
        if (note.isBlank() || note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
            throw new PeopleRefused.NoteMissing("note");
        }
        if (book.decide(actor, subject, purpose, given, new ConsentBook.Said(Way.PAPER, note.strip()))) {
            audit(actor, subject, purpose, given);
        }
    }

    private void decide(Actor actor, UUID person, String purpose, boolean given) {
        var subject = rights.requireDecider(actor, person);
        var way = person.equals(actor.accountId()) ? Way.SELF : Way.GUARDIAN;
        if (book.decide(actor, subject, purpose, given, new ConsentBook.Said(way, ""))) {
            audit(actor, subject, purpose, given);
        }
    }

    private void audit(Actor actor, ConsentRights.Subject subject, String purpose, boolean given) {
        var action = given ? "consent.give" : "consent.withdraw";
        events.publishEvent(new Audited(actor, action, subject.person().toString(), subject.place(), purpose));
    }
}
