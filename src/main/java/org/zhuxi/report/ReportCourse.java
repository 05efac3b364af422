package org.zhuxi.report;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Refused;
import org.zhuxi.report.internal.HandingIn;
import org.zhuxi.report.internal.PaperStore;
import org.zhuxi.report.internal.ReportPlaces;
import org.zhuxi.report.internal.ReportStore;

/** The way of a report from being begun to being published, step by step; see {@link ReportStep}. */
@Service
public class ReportCourse {

    private static final int MOST_NOTE = 500;

    private final ReportStore store;
    private final PaperStore papers;
    private final HandingIn handingIn;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportCourse(
            ReportStore store, PaperStore papers, HandingIn handingIn, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.papers = papers;
        this.handingIn = handingIn;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a step that is not a department's.
     *
     * @param note a reason where one is owed; otherwise may be empty
     * @throws ReportRefused when the step does not lead on from here, or somebody else has to take it
     */
    @Transactional
    public Report take(Actor actor, UUID id, ReportStep step, String note) {
        var report = locked(id);
        actor.require(permission(step), report.path());
        if (step.by() == ReportStep.By.DEPARTMENT) {
            throw new ReportRefused.WrongStep();
        }
        requireStep(report, step);
        requireOther(actor, report, step);
        return done(actor, report, step, words(step, note), clock.instant());
    }

    /**
     * Enters a report that came on paper, on the day on which it came.
     *
     * @param evidence what proves the day, such as the number of the letter
     */
    @Transactional
    public Report enterPaper(Actor actor, UUID id, Instant came, String evidence) {
        var report = locked(id);
        actor.require(ReportPermissions.RECEIVE, report.path());
        requireAbove(actor, report);
        requireStep(report, ReportStep.SUBMIT);
        var year = came.atZone(Deadline.ZONE).getYear();
        if (came.isAfter(clock.instant()) || year < report.year()) {
            throw new ReportRefused.NotThen();
        }
        return done(actor, report, ReportStep.SUBMIT, required("evidence", evidence), came);
    }

    /** Signs for a department; the last one to sign completes the report. */
    @Transactional
    public Report sign(Actor actor, UUID id, String department) {
        var report = toBeSigned(actor, id);
        said(actor, report, department, CoSignature.State.SIGNED, "");
        var isWhole =
                papers.signatures(id, report.round()).stream().allMatch(one -> one.state() == CoSignature.State.SIGNED);
        audit(actor, "report.signed", report, department);
        return isWhole ? done(actor, report, ReportStep.COMPLETE, "", clock.instant()) : report;
    }

    /** Does not sign for a department; the report goes back to those who write it. */
    @Transactional
    public Report object(Actor actor, UUID id, String department, String reason) {
        var report = toBeSigned(actor, id);
        var why = required("note", reason);
        said(actor, report, department, CoSignature.State.OBJECTED, why);
        return done(actor, report, ReportStep.OBJECT, why, clock.instant());
    }

    private Report toBeSigned(Actor actor, UUID id) {
        var report = locked(id);
        actor.require(ReportPermissions.SIGN, report.path());
        requireStep(report, ReportStep.COMPLETE);
        requireOther(actor, report, ReportStep.COMPLETE);
        return report;
    }

    private void said(Actor actor, Report report, String department, CoSignature.State state, String note) {
        if (!papers.sign(report.id(), report.round(), department, state, note, actor, clock.instant())) {
            throw new ReportRefused.NoSignature();
        }
    }

    private Report locked(UUID id) {
        return store.lock(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    private static org.zhuxi.kernel.Permission permission(ReportStep step) {
        return switch (step.by()) {
            case WRITER -> ReportPermissions.WRITE;
            case SIGNER, DEPARTMENT -> ReportPermissions.SIGN;
            case RECEIVER -> ReportPermissions.RECEIVE;
        };
    }

    private static void requireStep(Report report, ReportStep step) {
        if (!ReportStep.from(report.state(), report.round()).contains(step)) {
            throw new ReportRefused.WrongStep();
        }
    }

    /** Four eyes: who presented it neither approves nor signs nor receives it. */
    private static void requireOther(Actor actor, Report report, ReportStep step) {
        if (step.by() == ReportStep.By.RECEIVER) {
            requireAbove(actor, report);
        }
        if (step.by() != ReportStep.By.WRITER
                && step != ReportStep.PUBLISH
                && actor.account().equals(report.presentedBy())) {
            throw new ReportRefused.OwnReport();
        }
    }

    private static void requireAbove(Actor actor, Report report) {
        if (!actor.may(ReportPermissions.RECEIVE, ReportPlaces.above(report.path()))) {
            throw new ReportRefused.NotAbove();
        }
    }

    private static String words(ReportStep step, String note) {
        return step.needsReason() ? required("note", note) : shortened(note.strip());
    }

    private static String required(String field, String note) {
        if (note.isBlank()) {
            throw new ReportRefused.Length(field, MOST_NOTE);
        }
        return shortened(note.strip());
    }

    private static String shortened(String note) {
        if (note.length() > MOST_NOTE || note.indexOf('\0') >= 0) {
            throw new ReportRefused.Length("note", MOST_NOTE);
        }
        return note;
    }

    private Report done(Actor actor, Report report, ReportStep step, String note, Instant at) {
        switch (step) {
            case PRESENT -> store.notePresented(report.id(), actor.account());
            case APPROVE -> handingIn.askToSign(report);
            case SUBMIT, RESUBMIT -> handingIn.handIn(actor, report, at);
            case SEND_BACK, OBJECT, RECALL, REVISE -> store.nextRound(report.id());
            case REOPEN -> handingIn.requireNotRestedOn(report);
            case PUBLISH -> store.notePublished(report.id(), at);
            case BEGIN, COMPLETE, RETURN, ACCEPT -> {}
        }
        store.move(report.id(), step.to());
        papers.note(report.id(), step, note, actor, at);
        audit(actor, "report." + step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), report, note);
        return locked(report.id());
    }

    private void audit(Actor actor, String action, Report report, String detail) {
        events.publishEvent(new Audited(actor, action, report.id().toString(), report.path(), detail));
    }
}
