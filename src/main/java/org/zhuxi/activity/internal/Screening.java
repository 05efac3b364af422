package org.zhuxi.activity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.activity.Kind;
import org.zhuxi.activity.Kinds;
import org.zhuxi.activity.ReviewReason;
import org.zhuxi.activity.Submission;
import org.zhuxi.activity.VerificationPolicy;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;

/** Judges each submission of a batch by itself: who files it, whom and what it names, how much, and when. */
@Component
class Screening {

    /** How far a client's clock may run ahead. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(10);
    /** What is filed later than this waits for a reviewer. */
    static final Duration TIMELY = Duration.ofDays(2);

    private static final int LONGEST_NOTE = 500;
    private static final int MOST_EVIDENCE = 10;

    private final Kinds kinds;
    private final Quantities quantities;
    private final Surroundings surroundings;
    private final Clock clock;

    Screening(Kinds kinds, Quantities quantities, Surroundings surroundings, Clock clock) {
        this.kinds = kinds;
        this.quantities = quantities;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** How a batch comes in. */
    enum Way {
        /** As it happens; too old records are refused. */
        FILED,
        /** Taken over from elsewhere; age and the roles a kind names do not matter. */
        IMPORTED
    }

    /** The verdict on each submission, in the same order. */
    List<Screened> screen(Actor actor, List<Submission> submissions, Way way, Origin origin) {
        var known = surroundings.lookUp(submissions);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return submissions.stream()
                .<Screened>map(submission -> new Item(actor, submission, known, now, way, origin).screen())
                .toList();
    }

    private final class Item {

        private final Actor actor;
        private final Submission submission;
        private final Surroundings.Known known;
        private final Instant now;
        private final Way way;
        private final Origin origin;
        private final List<Problem.Field> wrong = new ArrayList<>();

        private Item(
                Actor actor, Submission submission, Surroundings.Known known, Instant now, Way way, Origin origin) {
            this.actor = actor;
            this.submission = submission;
            this.known = known;
            this.now = now;
            this.way = way;
            this.origin = origin;
        }

        private Screened screen() {
            var kind = kinds.find(submission.kind());
            var place = known.place(submission.place());
            if (kind.isEmpty() || place.isEmpty() || place.get().community() == null) {
                require(kind.isPresent(), "kind", "kind-unknown", submission.kind());
                require(place.isPresent(), "place", "place-unknown", submission.place());
                require(
                        place.isEmpty() || place.get().community() != null,
                        "place",
                        "place-too-wide",
                        submission.place());
                return refusal();
            }
            return screen(kind.get(), place.get(), place.get().community());
        }

        private Screened screen(Kind kind, Place place, CommunityId community) {
            if (!mayFile(kind, place, community)) {
                return new Screened.Refusal(
                        submission.id(), new Refused.Forbidden(ActivityPermissions.RECORD.code()).problem());
            }
            checkSurroundings(community);
            checkWords(kind);
            checkEvidence(kind, community);
            require(
                    !submission.occurredAt().isAfter(now.plus(CLOCK_SKEW)),
                    "occurredAt",
                    "occurred-in-future",
                    CLOCK_SKEW.toMinutes());
            var amounts = quantities.read(kind, submission, wrong);
            return wrong.isEmpty() ? draft(kind, place, community, amounts) : refusal();
        }

        private boolean mayFile(Kind kind, Place place, CommunityId community) {
            if (way == Way.IMPORTED) {
                return actor.may(ActivityPermissions.IMPORT, place.path());
            }
            return actor.may(ActivityPermissions.toFile(kind), place.path())
                    || (kind.selfFiling() && isOwnHousehold(community));
        }

        private boolean isOwnHousehold(CommunityId community) {
            var household = submission.household();
            var scopes = actor.scopes();
            return household != null
                    && actor.belongsTo(new HouseholdRef(community, household))
                    && (scopes == null || scopes.contains(ActivityPermissions.RECORD.scope()));
        }

        private void checkSurroundings(CommunityId community) {
            require(known.lives(submission.household(), community), "household", "household-unknown");
            require(known.stands(submission.site(), community), "site", "site-unknown");
            require(!submission.id().equals(submission.supersedes()), "supersedes", "supersedes-itself");
        }

        private void checkWords(Kind kind) {
            var grade = submission.grade();
            require(
                    grade == null || kind.grades().contains(grade),
                    "grade",
                    kind.grades().isEmpty() ? "grade-unused" : "grade-unknown",
                    String.join(", ", kind.grades()));
            var note = submission.note();
            require(note == null || note.length() <= LONGEST_NOTE, "note", "note-too-long", LONGEST_NOTE);
            // PostgreSQL keeps no text with a zero character in it
            require(note == null || note.indexOf('\0') < 0, "note", "note-unreadable");
        }

        private void checkEvidence(Kind kind, CommunityId community) {
            var files = submission.evidence();
            require(files.size() <= MOST_EVIDENCE, "evidence", "evidence-too-many", MOST_EVIDENCE);
            var attached = known.kindsOf(files, community);
            require(attached.isPresent(), "evidence", "evidence-unknown");
            attached.ifPresent(present -> {
                require(present.containsAll(kind.evidenceRequired()), "evidence", "evidence-missing");
                require(kind.evidenceAllowed().containsAll(present), "evidence", "evidence-not-allowed");
            });
        }

        private Draft draft(Kind kind, Place place, CommunityId community, Quantities.Read amounts) {
            var age = Duration.between(submission.occurredAt(), now);
            var tooLate = way == Way.FILED && age.compareTo(Duration.ofDays(kind.lateDays())) > 0;
            var waits = waits(kind, amounts.unusual(), age.compareTo(TIMELY) > 0);
            return new Draft(
                    actor,
                    activity(place, community, amounts, waits),
                    ContentHash.of(submission, amounts.values()),
                    submission.evidence().stream().distinct().toList(),
                    waits,
                    waits == null ? verifiedBy(kind) : null,
                    tooLate ? Problem.ofField("occurredAt", "occurred-too-long-ago", kind.lateDays()) : null,
                    origin);
        }

        private Activity activity(
                Place place, CommunityId community, Quantities.Read amounts, @Nullable ReviewReason waits) {
            var zone = known.community(community).zone();
            return new Activity(
                    submission.id(),
                    community,
                    submission.kind(),
                    place.path(),
                    submission.household(),
                    submission.site(),
                    submission.occurredAt().truncatedTo(ChronoUnit.MICROS),
                    submission.occurredAt().atZone(zone).toLocalDate(),
                    amounts.values(),
                    submission.grade(),
                    submission.note(),
                    actor.account(),
                    now,
                    waits == null ? ActivityState.VERIFIED : ActivityState.RECORDED,
                    submission.supersedes());
        }

        private @Nullable ReviewReason waits(Kind kind, boolean unusual, boolean late) {
            if (unusual) {
                return ReviewReason.UNUSUAL;
            }
            if (late && way == Way.FILED) {
                return ReviewReason.LATE;
            }
            return switch (kind.policy()) {
                case RULE -> null;
                case REVIEW -> ReviewReason.POLICY;
                case SAMPLE -> !late && isSampled(submission.id(), kind.samplePercent()) ? ReviewReason.SAMPLED : null;
            };
        }

        private void require(boolean kept, String field, String slug, Object... arguments) {
            if (!kept) {
                wrong.add(new Problem.Field(field, slug, List.of(arguments)));
            }
        }

        private Screened.Refusal refusal() {
            return new Screened.Refusal(submission.id(), Problems.of(wrong));
        }
    }

    private static VerifiedBy verifiedBy(Kind kind) {
        return kind.policy() == VerificationPolicy.SAMPLE ? VerifiedBy.SAMPLE : VerifiedBy.RULE;
    }

    /** Whether an id falls into a sample; always the same for the same id, and evenly spread over ids of any making. */
    static boolean isSampled(UUID id, int percent) {
        var mixed =
                (id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 32)) * 0x9E3779B97F4A7C15L;
        return Math.floorMod(mixed ^ (mixed >>> 32), 100L) < percent;
    }
}
