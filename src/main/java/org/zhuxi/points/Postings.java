package org.zhuxi.points;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.points.internal.Communities;
import org.zhuxi.points.internal.Order;
import org.zhuxi.points.internal.PostingDesk;

/** Postings that people make: corrections, points spent, postings taken back. */
@Service
public class Postings {

    private final PostingDesk desk;
    private final Communities communities;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Postings(
            PostingDesk desk,
            Communities communities,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.desk = desk;
        this.communities = communities;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a posting and returns after it is on disk. Not to be called inside a transaction: the ledger has its own.
     *
     * @return POSTED, or DUPLICATE when the same had been posted before
     * @throws PointsRefused when it cannot be posted; that answer stands for its id
     */
    public Verdict post(Actor actor, UUID household, ManualPosting posting) {
        check(posting);
        var ref = find(household);
        var path = pathOf(ref);
        actor.require(permissionFor(posting), path);
        var verdict = desk.post(order(ref, posting, actor));
        refuseUnlessPosted(verdict, posting);
        transactions.executeWithoutResult(status -> events.publishEvent(new Audited(
                actor,
                "points." + posting.kind().name().toLowerCase(java.util.Locale.ROOT),
                household.toString(),
                path,
                verdict.points() + " " + posting.note())));
        return verdict;
    }

    private static void check(ManualPosting posting) {
        var most = ManualPosting.MOST;
        var least = posting.kind() == PostingKind.ADJUSTMENT ? -most : 1;
        var isNumberBad = posting.points() == 0 || posting.points() < least || posting.points() > most;
        if (posting.kind() != PostingKind.REVERSAL && isNumberBad) {
            throw new PointsRefused.BadNumber("points", most);
        }
        var words = posting.note().strip().length();
        if (words == 0 || words > ManualPosting.LONGEST_NOTE || posting.note().indexOf('\0') >= 0) {
            throw new PointsRefused.NoteMissing(ManualPosting.LONGEST_NOTE);
        }
    }

    private static org.zhuxi.kernel.Permission permissionFor(ManualPosting posting) {
        return posting.kind() == PostingKind.REDEMPTION ? PointsPermissions.REDEEM : PointsPermissions.ADJUST;
    }

    private Order order(HouseholdRef household, ManualPosting posting, Actor actor) {
        var cause = new Order.Cause(null, actor.accountId(), posting.note().strip());
        return switch (posting.kind()) {
            case REDEMPTION ->
                new Order.Spend(posting.id(), household, PostingKind.REDEMPTION, posting.points(), cause);
            case ADJUSTMENT -> adjustment(household, posting, cause);
            case REVERSAL -> {
                if (posting.reverses() == null) {
                    throw new PointsRefused.NotReversible();
                }
                yield new Order.Reverse(posting.id(), household, posting.reverses(), cause);
            }
            case REWARD, BONUS, EXPIRY, ADVANCE, REPAYMENT, HOLD, CAPTURE, REFUND, QUARANTINE, GIFT ->
                throw new Refused.Forbidden(PointsPermissions.ADJUST.code());
        };
    }

    private Order adjustment(HouseholdRef household, ManualPosting posting, Order.Cause cause) {
        if (posting.points() < 0) {
            return new Order.Spend(posting.id(), household, PostingKind.ADJUSTMENT, -posting.points(), cause);
        }
        var today = LocalDate.now(clock.withZone(communities.zoneOf(household.community())));
        var until = RewardRule.lastValidDay(today, ManualPosting.VALIDITY_MONTHS);
        var terms = new Order.Terms(today, until, null, false);
        return new Order.Award(posting.id(), household, PostingKind.ADJUSTMENT, posting.points(), terms, cause);
    }

    private static void refuseUnlessPosted(Verdict verdict, ManualPosting posting) {
        switch (verdict.outcome()) {
            case POSTED, DUPLICATE, CAPPED -> {}
            case OVERDRAFT -> throw new PointsRefused.Overdraft(Math.abs(posting.points()));
            case MISMATCH -> throw new PointsRefused.KeyReused(posting.id());
            case NOT_REVERSIBLE, NOTHING_DUE -> throw new PointsRefused.NotReversible();
            case REVERSED_BEFORE -> throw new PointsRefused.ReversedBefore();
            case TOO_MANY -> throw new PointsRefused.BadNumber("points", ManualPosting.MOST);
        }
    }

    private HouseholdRef find(UUID id) {
        var community = communities.communitiesOfHouseholds(List.of(id)).get(id);
        if (community == null) {
            throw new Refused.NotFound(id);
        }
        return new HouseholdRef(community, id);
    }

    private PlacePath pathOf(HouseholdRef household) {
        return Objects.requireNonNull(
                        communities.findHouseholds(List.of(household)).get(household.id()))
                .path();
    }
}
