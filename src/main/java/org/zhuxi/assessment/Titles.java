package org.zhuxi.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.assessment.internal.cycle.AssessmentStore;
import org.zhuxi.assessment.internal.cycle.CycleFeed;
import org.zhuxi.assessment.internal.cycle.Mover;
import org.zhuxi.assessment.internal.cycle.Sheets;
import org.zhuxi.assessment.internal.cycle.TitleStore;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;

/** Titles: what a community that has attained was named, and until when. */
@Service
public class Titles {

    private static final int SOURCE = 200;

    private final TitleStore titles;
    private final AssessmentStore assessments;
    private final Mover mover;
    private final Sheets sheets;
    private final Rollups rollups;
    private final ApplicationEventPublisher events;

    Titles(
            TitleStore titles,
            AssessmentStore assessments,
            Mover mover,
            Sheets sheets,
            Rollups rollups,
            ApplicationEventPublisher events) {
        this.titles = titles;
        this.assessments = assessments;
        this.mover = mover;
        this.sheets = sheets;
        this.rollups = rollups;
        this.events = events;
    }

    /**
     * Names a community that has attained.
     *
     * @param source the document, as it is shown
     * @throws CycleRefused.NoTitle when it has not attained, or holds the title
     */
    @Transactional
    public Title grant(
            Actor actor, UUID id, UUID assessment, Title.Kind kind, LocalDate on, String source, Origin origin) {
        var held = mover.hold(actor, assessment, CyclePermissions.RUN);
        var it = held.assessment();
        var known = titles.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        if (!it.state().isAttained()) {
            throw new CycleRefused.NoTitle();
        }
        if (on.isAfter(sheets.today())) {
            throw new CycleRefused.NoDay("grantedOn");
        }
        var words = Typed.words("source", source, SOURCE);
        var title = new Title(id, it.place(), it.path(), kind, assessment, words, on, null, "", origin);
        if (!titles.insert(it, title, actor.account())) {
            throw new CycleRefused.NoTitle();
        }
        told(actor, "assessment.named", held, kind + " " + words);
        return title;
    }

    /** Takes a title away. */
    @Transactional
    public Title revoke(Actor actor, UUID id, String reason) {
        var title = titles.find(id).orElseThrow(() -> new Refused.NotFound(id));
        var held = mover.hold(actor, title.assessment(), CyclePermissions.RUN);
        var words = Typed.words("reason", reason, CommunityAssessment.WORDS);
        if (!titles.revoke(id, words, actor.account(), sheets.today())) {
            throw new CycleRefused.Elsewhere();
        }
        told(actor, "assessment.unnamed", held, words);
        return titles.find(id).orElseThrow();
    }

    private void told(Actor actor, String action, Mover.Held held, String detail) {
        var it = held.assessment();
        rollups.note(List.of(it.community()), new ReportPeriod(held.cycle().year(), null), CycleFeed.MEASURES);
        events.publishEvent(new Audited(actor, action, it.id().toString(), it.path(), detail));
    }

    /** Titles at or below a place, revoked ones too; for everybody. */
    @Transactional(readOnly = true)
    public Slice<Title> list(PlacePath at, int limit, @Nullable UUID after) {
        return Slice.of(
                titles.list(at, limit + 1, after), limit, title -> title.id().toString());
    }

    /** Titles that came of an assessment. */
    @Transactional(readOnly = true)
    public List<Title> of(UUID assessment) {
        return assessments
                .find(assessment)
                .map(it -> titles.list(it.path(), Integer.MAX_VALUE, null).stream()
                        .filter(title -> title.assessment().equals(assessment))
                        .toList())
                .orElse(List.of());
    }
}
