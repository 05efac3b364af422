package org.zhuxi.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.assessment.internal.StandardBook;
import org.zhuxi.assessment.internal.StandardStore;
import org.zhuxi.assessment.internal.StandardText;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** Standards being written: begun from one that is there, edited, published as a version of their own, retired. */
@Service
@Transactional
public class StandardDrafts {

    /** Longest text, in characters. */
    public static final int LONGEST = 200_000;

    /** Longest reason for retiring one. */
    public static final int REASON = 500;

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{1,39}");
    private static final Pattern DIVISION = Pattern.compile("[0-9]{12}");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final StandardStore store;
    private final StandardBook book;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StandardDrafts(
            StandardStore store, StandardBook book, Places places, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.book = book;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /** Everything written at or below a place: drafts, published and retired ones. */
    @Transactional(readOnly = true)
    public List<StandardEntry> list(Actor actor, PlacePath at) {
        actor.require(AssessmentPermissions.STANDARDS, at);
        return store.listAt(at).stream().map(StandardStore.Row::entry).toList();
    }

    /** A draft with what is wrong with it. @throws Refused.NotFound when there is none */
    @Transactional(readOnly = true)
    public StandardDraft get(Actor actor, String code, int version) {
        return book.draft(row(actor, code, version));
    }

    /** What would be wrong with another text of a draft; nothing is kept. */
    @Transactional(readOnly = true)
    public StandardDraft check(Actor actor, String code, int version, String text) {
        return book.draft(row(actor, code, version).with(bounded(text)));
    }

    private StandardStore.Row row(Actor actor, String code, int version) {
        var row = store.find(code, version).orElseThrow(() -> new Refused.NotFound(code + " " + version));
        actor.require(AssessmentPermissions.STANDARDS, row.path());
        return row;
    }

    /**
     * Begins a draft with the text of a published standard.
     *
     * @throws StandardRefused when a field is wrong, the code is taken or a draft of it is being written
     */
    public StandardDraft begin(Actor actor, NewStandard wanted, Origin origin) {
        var place = place(actor, wanted.code(), wanted.jurisdiction());
        var text = Optional.of(wanted.from())
                .filter(typed -> CODE.matcher(typed).matches())
                .flatMap(typed -> book.findText(typed, wanted.fromVersion()))
                .orElseThrow(StandardRefused.NothingThere::new);
        var version = nextVersion(wanted.code(), place);
        var header = new StandardText.Header(wanted.code(), version, place.code(), LocalDate.now(clock.withZone(ZONE)));
        return insert(
                actor, place, header, StandardText.begun(text, wanted.from(), wanted.fromVersion(), header), origin);
    }

    /**
     * Puts the text of a draft, which is begun when it is not there.
     *
     * @param version that of the draft, which must be the next one when it is begun
     */
    public StandardDraft put(Actor actor, String code, int version, String jurisdiction, String text, Origin origin) {
        var row = store.find(code, version);
        if (row.isPresent()) {
            return edit(actor, code, version, row.get().revision(), text);
        }
        var place = place(actor, code, jurisdiction);
        if (nextVersion(code, place) != version) {
            throw new StandardRefused.WrongState();
        }
        return insert(
                actor,
                place,
                new StandardText.Header(code, version, place.code(), LocalDate.EPOCH),
                bounded(text),
                origin);
    }

    private Place place(Actor actor, String code, String jurisdiction) {
        if (!CODE.matcher(code).matches()) {
            throw new StandardRefused.NoCode();
        }
        var place = Optional.of(jurisdiction.strip())
                .filter(typed -> DIVISION.matcher(typed).matches())
                .flatMap(places::findByCode)
                .orElseThrow(StandardRefused.NoPlace::new);
        actor.require(AssessmentPermissions.STANDARDS, place.path());
        return place;
    }

    private int nextVersion(String code, Place place) {
        var draft = store.draftOf(code);
        if (draft.isPresent()) {
            throw new StandardRefused.BeingWritten(code, draft.get());
        }
        var known = book.versions(code);
        if (known.stream().anyMatch(entry -> !entry.jurisdiction().equals(place.code()))) {
            throw new StandardRefused.Taken(code);
        }
        return known.stream().mapToInt(StandardEntry::version).max().orElse(0) + 1;
    }

    private StandardDraft insert(Actor actor, Place place, StandardText.Header header, String text, Origin origin) {
        if (!store.insert(header, place.path(), text, actor.account(), clock.instant(), origin)) {
            throw new StandardRefused.BeingWritten(header.code(), header.version());
        }
        audit(actor, "standard.begun", header.code(), header.version(), place.path(), "");
        return get(actor, header.code(), header.version());
    }

    /**
     * Changes the text of a draft; a faulty one is kept as well, so that nothing typed is lost.
     *
     * @param revision the one that was read
     * @throws StandardRefused.Changed when somebody else was faster
     */
    public StandardDraft edit(Actor actor, String code, int version, int revision, String text) {
        var row = row(actor, code, version);
        if (row.state() != StandardVersion.State.DRAFT) {
            throw new StandardRefused.WrongState();
        }
        if (!store.edit(code, version, revision, bounded(text), actor.account(), clock.instant())) {
            throw new StandardRefused.Changed();
        }
        audit(actor, "standard.edited", code, version, row.path(), "");
        return get(actor, code, version);
    }

    private static String bounded(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new StandardRefused.Length(LONGEST);
        }
        return text.replace("\r\n", "\n").replace("\0", "");
    }

    /**
     * Publishes a draft; from now on it never changes.
     *
     * @throws StandardRefused.Faulty when something is wrong with its text
     */
    public StandardVersion publish(Actor actor, String code, int version) {
        var draft = get(actor, code, version);
        var standard = draft.standard();
        if (standard == null) {
            throw new StandardRefused.Faulty(draft.faults());
        }
        if (!store.publish(standard, draft.revision(), actor.account(), clock.instant())) {
            throw new StandardRefused.WrongState();
        }
        audit(
                actor,
                "standard.published",
                code,
                version,
                draft.path(),
                standard.names().zh());
        return standard.in(StandardVersion.State.PUBLISHED);
    }

    /** Throws a draft away. */
    public void discard(Actor actor, String code, int version) {
        var row = row(actor, code, version);
        if (!store.discard(code, version)) {
            throw new StandardRefused.WrongState();
        }
        audit(actor, "standard.discarded", code, version, row.path(), "");
    }

    /** Lets no new cycle use a version; those that do go on. */
    public void retire(Actor actor, String code, int version, String reason) {
        var row = row(actor, code, version);
        if (reason.isBlank() || reason.length() > REASON) {
            throw new StandardRefused.NoReason(REASON);
        }
        if (!store.retire(code, version, reason.strip().replace("\0", ""), actor.account(), clock.instant())) {
            throw new StandardRefused.WrongState();
        }
        audit(
                actor,
                "standard.retired",
                code,
                version,
                row.path(),
                reason.strip().replace("\0", ""));
    }

    private void audit(Actor actor, String action, String code, int version, PlacePath at, String detail) {
        events.publishEvent(new Audited(actor, action, code + " " + version, at, detail));
    }
}
