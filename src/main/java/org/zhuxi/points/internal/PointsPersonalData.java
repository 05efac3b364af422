package org.zhuxi.points.internal;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.privacy.DataSubject;
import org.zhuxi.platform.privacy.PersonalArchive;
import org.zhuxi.platform.privacy.PersonalData;
import org.zhuxi.points.Gifts;
import org.zhuxi.points.Points;
import org.zhuxi.points.Redemptions;
import org.zhuxi.points.StatementFilter;

/** The green accounts of the person's households. */
@Component
class PointsPersonalData implements PersonalData {

    private static final int LINES_AT_ONCE = 500;

    private static final int MOST_GIFTS = 1_000;

    private final Points points;
    private final Redemptions redemptions;
    private final Gifts gifts;
    private final RedemptionStore redemptionStore;
    private final GiftStore giftStore;

    PointsPersonalData(
            Points points, Redemptions redemptions, Gifts gifts, RedemptionStore redemptionStore, GiftStore giftStore) {
        this.points = points;
        this.redemptions = redemptions;
        this.gifts = gifts;
        this.redemptionStore = redemptionStore;
        this.giftStore = giftStore;
    }

    @Override
    public String module() {
        return "points";
    }

    @Override
    public void export(DataSubject subject, PersonalArchive archive) throws IOException {
        var actor = subject.actor();
        archive.table("accounts", List.of("household_id", "balance", "credits", "debits", "owed"), sink -> {
            for (var household : actor.households()) {
                var account = points.account(actor, household.id());
                sink.row(household.id(), account.balance(), account.credits(), account.debits(), account.owed());
            }
        });
        var columns = List.of(
                "household_id",
                "posting_id",
                "day",
                "posted_at",
                "kind",
                "points",
                "balance",
                "rule",
                "activity_id",
                "expires_on",
                "note");
        archive.table("statement", columns, sink -> {
            for (var household : actor.households()) {
                @Nullable String after = null;
                do {
                    var page = points.statement(
                            actor,
                            household.id(),
                            StatementFilter.ALL,
                            LINES_AT_ONCE,
                            after == null ? null : UUID.fromString(after));
                    for (var line : page.items()) {
                        sink.row(
                                household.id(),
                                line.id(),
                                line.day(),
                                line.postedAt(),
                                line.kind(),
                                line.points(),
                                line.balance(),
                                line.rule() == null ? null : line.rule().zh(),
                                line.activity(),
                                line.expiresOn(),
                                line.note());
                    }
                    after = page.next();
                } while (after != null);
            }
        });
        exportRedemptions(actor, archive);
        exportGifts(actor, archive);
    }

    private void exportRedemptions(Actor actor, PersonalArchive archive) throws IOException {
        var columns = List.of(
                "household_id",
                "redemption_id",
                "goods",
                "pieces",
                "points",
                "state",
                "held_at",
                "closed_at",
                "consent");
        archive.table("redemptions", columns, sink -> {
            for (var household : actor.households()) {
                @Nullable String after = null;
                do {
                    var page = redemptions.ofHousehold(
                            actor, household, LINES_AT_ONCE, after == null ? null : UUID.fromString(after));
                    for (var one : page.items()) {
                        sink.row(
                                household.id(),
                                one.id(),
                                one.goodsName().zh(),
                                one.pieces(),
                                one.points(),
                                one.state(),
                                one.heldAt(),
                                one.closedAt(),
                                one.consent());
                    }
                    after = page.next();
                } while (after != null);
            }
        });
    }

    private void exportGifts(Actor actor, PersonalArchive archive) throws IOException {
        var columns = List.of("household_id", "gift_id", "day", "direction", "points", "note", "reversed_at");
        archive.table("gifts", columns, sink -> {
            for (var household : actor.households()) {
                for (var gift : gifts.of(actor, household, MOST_GIFTS)) {
                    var direction = gift.from().equals(household) ? "given" : "received";
                    // who is on the other side is not this person's to hand out
                    sink.row(
                            household.id(),
                            gift.id(),
                            gift.day(),
                            direction,
                            gift.points(),
                            gift.note(),
                            gift.reversedAt());
                }
            }
        });
    }

    @Override
    public void erase(DataSubject subject) {
        redemptionStore.forgetConsents(subject.account());
        giftStore.forgetNotes(subject.account());
    }

    @Override
    public List<String> removes() {
        return List.of("points.erasure.removes.words");
    }

    @Override
    public List<String> keeps() {
        return List.of("points.erasure.keeps.ledger", "points.erasure.keeps.old-words");
    }
}
