package org.zhuxi.notice.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.notice.NoticePublished;
import org.zhuxi.place.Places;

/** Lets people be told of a notice once, when it is first shown: as it is published, or when its first day begins in the community. */
@Component
public class FirstDays {

    /** Where a day begins first on earth. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private final NoticeStore store;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    FirstDays(
            NoticeStore store,
            Places places,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.places = places;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In the transaction of the caller; nothing happens unless it is shown today, and not told yet. */
    public boolean tell(CommunityId community, UUID id) {
        var today = LocalDate.now(clock.withZone(places.getCommunity(community).zone()));
        var told = store.markTold(community, id, today, clock.instant());
        told.ifPresent(notice -> events.publishEvent(new NoticePublished(notice)));
        return told.isPresent();
    }

    /** Tells of those whose first day has come, also of days on which no program ran; answers how many. */
    int tellDue() {
        var told = 0;
        for (var notice : store.untold(LocalDate.now(clock.withZone(EARLIEST)))) {
            var isNew = transactions.execute(status -> tell(notice.community(), notice.id()));
            told += Boolean.TRUE.equals(isNew) ? 1 : 0;
        }
        return told;
    }
}
