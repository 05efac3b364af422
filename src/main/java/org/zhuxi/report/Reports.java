package org.zhuxi.report;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.report.Expectation.What;
import org.zhuxi.report.internal.CitedText;
import org.zhuxi.report.internal.DeadlineRules;
import org.zhuxi.report.internal.Documents;
import org.zhuxi.report.internal.ExpectationStore;
import org.zhuxi.report.internal.PaperStore;
import org.zhuxi.report.internal.ReportPlaces;
import org.zhuxi.report.internal.ReportStore;

/** Annual reports: begun, written and read. Numbers follow from figures; people write texts that cite them. */
@Service
public class Reports {

    private static final Duration ONE_SITTING = Duration.ofMinutes(10);

    private final ReportStore store;
    private final PaperStore papers;
    private final ExpectationStore expectations;
    private final DeadlineRules rules;
    private final Documents documents;
    private final ReportPlaces places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reports(
            ReportStore store,
            PaperStore papers,
            ExpectationStore expectations,
            DeadlineRules rules,
            Documents documents,
            ReportPlaces places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.papers = papers;
        this.expectations = expectations;
        this.rules = rules;
        this.documents = documents;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins the report of a place for a year. The same id again is answered with what is there.
     *
     * @param place code of a place from community to nation
     * @throws ReportRefused when there is no such place or year, or the place has a report of it
     */
    @Transactional
    public Report begin(Actor actor, UUID id, String place, int year, Origin origin) {
        var found = places.typed(place);
        actor.require(ReportPermissions.WRITE, found.path());
        var known = store.find(id);
        if (known.isPresent()) {
            return get(actor, id);
        }
        places.requireYear(year);
        var due = expectations
                .find(What.ANNUAL, year, found.code())
                .map(Expectation::due)
                .orElseGet(() -> rules.of(What.ANNUAL, found.kind(), year));
        var report = documents.blank(id, found, year, due, origin);
        if (!store.insert(report, actor.account(), clock.instant())) {
            throw new ReportRefused.Begun(found.name(), year);
        }
        audit(actor, "report.begun", report, String.valueOf(year));
        return report;
    }

    /** A report, for those who may see the office of its place. */
    @Transactional(readOnly = true)
    public Report get(Actor actor, UUID id) {
        var report = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(ReportPermissions.OVERSEE, report.path());
        return report;
    }

    /** A published report, for everybody. @throws Refused.NotFound when there is none, or it is not published */
    @Transactional(readOnly = true)
    public Report getPublished(UUID id) {
        return store.find(id)
                .filter(report -> report.state() == ReportState.PUBLISHED)
                .orElseThrow(() -> new Refused.NotFound(id));
    }

    /**
     * Reports at or below a place, the latest begun first.
     *
     * @param year null for all
     * @param state null for all
     * @param words part of the place's name; empty for all
     */
    @Transactional(readOnly = true)
    public Slice<Report> list(
            Actor actor,
            PlacePath at,
            @Nullable Integer year,
            @Nullable ReportState state,
            String words,
            int limit,
            @Nullable UUID after) {
        actor.require(ReportPermissions.OVERSEE, at);
        Set<ReportState> states = state == null ? EnumSet.allOf(ReportState.class) : EnumSet.of(state);
        return slice(at, year, states, words, limit, after);
    }

    /** Published reports at or below a place, for everybody. */
    @Transactional(readOnly = true)
    public Slice<Report> listPublished(
            PlacePath at, @Nullable Integer year, String words, int limit, @Nullable UUID after) {
        return slice(at, year, EnumSet.of(ReportState.PUBLISHED), words, limit, after);
    }

    private Slice<Report> slice(
            PlacePath at,
            @Nullable Integer year,
            Collection<ReportState> states,
            String words,
            int limit,
            @Nullable UUID after) {
        return Slice.of(
                store.list(at, year, states, words.strip(), limit + 1, after),
                limit,
                report -> report.id().toString());
    }

    /** A report as it is read: sections, tables and texts, with the numbers of now or those that were handed in. */
    @Transactional(readOnly = true)
    public ReportDocument document(Report report) {
        return documents.of(report);
    }

    /** What became of a report, the latest first, for those who may see it. */
    @Transactional(readOnly = true)
    public List<TakenStep> steps(Actor actor, UUID id) {
        return papers.steps(get(actor, id).id());
    }

    /** All versions of a text, the latest first. */
    @Transactional(readOnly = true)
    public List<ReportText> history(Actor actor, UUID id, String code) {
        return papers.history(get(actor, id).id(), code);
    }

    /**
     * Writes a text. What one person writes in one sitting is one version.
     *
     * @param seen the version that was read before, so that nobody writes over somebody else
     * @param words English may be empty
     * @throws ReportRefused.TypedNumber when a number is typed and not cited
     * @throws ReportRefused.Changed when somebody else has written meanwhile
     */
    @Transactional
    public ReportText write(Actor actor, UUID id, String code, int seen, Names words) {
        var report = store.lock(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(ReportPermissions.WRITE, report.path());
        if (!report.state().isOpen()) {
            throw new ReportRefused.Closed();
        }
        documents.requireText(code);
        var text = new Names(words.zh().strip(), words.en().strip());
        requireLength("zh", text.zh());
        requireLength("en", text.en());
        var printed = documents.printed(report);
        CitedText.check("zh", text.zh(), printed);
        CitedText.check("en", text.en(), printed);
        var last = papers.texts(id).get(code);
        if (last != null && last.words().equals(text)) {
            return last;
        }
        if (last != null && last.version() != seen) {
            throw new ReportRefused.Changed(last.writer());
        }
        var now = clock.instant();
        var version = last == null ? 1 : last.version() + 1;
        if (last == null || !papers.writeOver(id, code, last.version(), text, actor, now, now.minus(ONE_SITTING))) {
            papers.write(id, code, version, text, actor, now);
        }
        audit(actor, "report.written", report, code);
        return new ReportText(id, code, version, text, actor.name(), now);
    }

    private static void requireLength(String field, String text) {
        if (text.length() > ReportText.MOST || text.indexOf('\0') >= 0) {
            throw new ReportRefused.Length(field, ReportText.MOST);
        }
    }

    private void audit(Actor actor, String action, Report report, String detail) {
        events.publishEvent(new Audited(actor, action, report.id().toString(), report.path(), detail));
    }
}
