package org.zhuxi.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.assessment.internal.cycle.AssessmentStore;
import org.zhuxi.assessment.internal.cycle.Impartiality;
import org.zhuxi.assessment.internal.cycle.Mover;
import org.zhuxi.assessment.internal.cycle.Sheet;
import org.zhuxi.assessment.internal.cycle.SiteStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Sha256;
import org.zhuxi.kernel.Typed;

/** Checks on site by assessors, each by himself, sent by a phone whenever it has a line; the same check counts once. */
@Service
public class SiteChecks {

    private static final Duration SKEW = Duration.ofMinutes(10);
    private static final int MOST_DEFECTS = 999;
    private static final int MOST_PHOTOS = 10;
    private static final int MOST_LISTED = 200;

    private final Mover mover;
    private final AssessmentStore assessments;
    private final SiteStore checks;
    private final Impartiality impartiality;
    private final Standards standards;
    private final EvidenceFiles files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SiteChecks(
            Mover mover,
            AssessmentStore assessments,
            SiteStore checks,
            Impartiality impartiality,
            Standards standards,
            EvidenceFiles files,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mover = mover;
        this.assessments = assessments;
        this.checks = checks;
        this.impartiality = impartiality;
        this.standards = standards;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An assessment that waits for this assessor.
     *
     * @param criteria those that are looked at on site
     * @param isDone whether he has checked in this round
     */
    public record Waiting(CommunityAssessment assessment, List<Criterion> criteria, boolean isDone) {}

    /** Where this assessor may check now; not where he lives, works or has an interest. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Actor actor) {
        return actor.grants().stream()
                .filter(grant -> actor.may(CyclePermissions.SITE, grant.place()))
                .map(Grant::place)
                .distinct()
                .flatMap(path -> assessments.listOnSite(path, MOST_LISTED).stream())
                .distinct()
                .filter(it -> isImpartial(actor, it))
                .map(it -> waiting(actor, it))
                .toList();
    }

    private boolean isImpartial(Actor actor, CommunityAssessment it) {
        try {
            impartiality.require(actor, it);
            return true;
        } catch (CycleRefused refused) {
            return false;
        }
    }

    private Waiting waiting(Actor actor, CommunityAssessment it) {
        var cycle = mover.held(it).cycle();
        var isDone = checks.list(it, checks.round(it)).stream()
                .anyMatch(check -> check.assessor().equals(actor.account()));
        return new Waiting(
                it,
                standards.get(cycle.standard(), cycle.standardVersion()).criteria().stream()
                        .filter(Sheet::isSite)
                        .toList(),
                isDone);
    }

    /**
     * Keeps a check.
     *
     * @return true when exactly this check had come before
     * @throws CycleRefused.OtherContent when the id is there with other content
     */
    @Transactional
    public boolean record(Actor actor, NewSiteCheck typed) {
        if (!typed.account().equals(actor.account())) {
            throw new CycleRefused.OtherAccount();
        }
        var held = mover.hold(actor, typed.assessment(), CyclePermissions.SITE);
        var hash = hash(typed);
        var known = checks.hashOf(typed.id());
        if (known.isPresent()) {
            if (known.get().equals(hash)) {
                return true;
            }
            throw new CycleRefused.OtherContent();
        }
        var it = held.assessment();
        if (it.state() != AssessmentState.SITE_CHECK) {
            throw new CycleRefused.Elsewhere();
        }
        impartiality.require(actor, it);
        requireWhole(held, typed);
        var now = clock.instant();
        if (typed.checkedAt().isAfter(now.plus(SKEW))) {
            throw new CycleRefused.NoDay("checkedAt");
        }
        var check = new SiteCheck(
                typed.id(),
                checks.round(it),
                actor.account(),
                typed.checkedAt(),
                typed.clockChanged(),
                Typed.optional("note", typed.note(), CommunityAssessment.WORDS),
                typed.evidence(),
                typed.findings(),
                now);
        if (!checks.insert(it, check, hash)) {
            throw new CycleRefused.CheckedBefore();
        }
        events.publishEvent(
                new Audited(actor, "assessment.checked", it.id().toString(), it.path(), "round " + check.round()));
        return false;
    }

    /** Every criterion that is looked at on site has a finding, and no other has. */
    private void requireWhole(Mover.Held held, NewSiteCheck typed) {
        var cycle = held.cycle();
        var asked = standards.get(cycle.standard(), cycle.standardVersion()).criteria().stream()
                .filter(Sheet::isSite)
                .map(Criterion::code)
                .toList();
        var missing = asked.stream()
                .filter(code -> !typed.findings().containsKey(code))
                .count();
        if (missing > 0) {
            throw new CycleRefused.Incomplete((int) missing);
        }
        if (typed.findings().size() > asked.size() || typed.evidence().size() > MOST_PHOTOS) {
            throw new CycleRefused.NoChoice("findings");
        }
        typed.findings().forEach((code, seen) -> {
            if (seen.defects() < 0 || seen.defects() > MOST_DEFECTS) {
                throw new CycleRefused.NoNumber("defects");
            }
            Typed.optional("note", seen.note(), CommunityAssessment.WORDS);
        });
        typed.evidence().forEach(file -> files.of(held.assessment().community(), file));
    }

    private static String hash(NewSiteCheck typed) {
        var text = new StringBuilder("%s %s %s %s %s %s"
                .formatted(
                        typed.account(),
                        typed.assessment(),
                        typed.checkedAt().toEpochMilli(),
                        typed.clockChanged(),
                        typed.evidence(),
                        typed.note()));
        new TreeMap<>(typed.findings())
                .forEach((code, seen) -> text.append('\n')
                        .append(code)
                        .append(' ')
                        .append(seen.met())
                        .append(' ')
                        .append(seen.defects())
                        .append(' ')
                        .append(seen.note()));
        return Sha256.hex(text.toString());
    }

    /** Keeps a photo from the site. @return its name, for {@link NewSiteCheck#evidence} */
    @Transactional
    public String keepPhoto(Actor actor, UUID assessment, InputStream content) throws IOException {
        var held = mover.hold(actor, assessment, CyclePermissions.SITE);
        return files.keepFor(actor, held.assessment().community(), content).sha256();
    }
}
