package org.zhuxi.points.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.points.Campaign;

/**
 * The campaigns of these weeks, held in memory for ten seconds, so that a reward where there is none costs nothing. What is
 * left of a budget is never taken from here.
 */
@Component
public class CampaignBook {

    /** Records that come later than so many days after a campaign earn nothing by it. */
    private static final int DAYS_OF_GRACE = 40;

    private static final Duration HELD = Duration.ofSeconds(10);

    private final CampaignStore store;
    private final Clock clock;
    private volatile @Nullable Held held;

    private record Held(Map<CommunityId, List<Campaign>> byCommunity, Instant until) {}

    CampaignBook(CampaignStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The campaigns of a community of these weeks, also those that have ended. */
    List<Campaign> of(CommunityId community) {
        return held().byCommunity().getOrDefault(community, List.of());
    }

    /** Everywhere, those that have not ended before their last day. */
    public List<Campaign> running() {
        return held().byCommunity().values().stream()
                .flatMap(List::stream)
                .filter(campaign -> campaign.endedAt() == null)
                .toList();
    }

    /** Reads anew at the next look. */
    public void forget() {
        held = null;
    }

    private Held held() {
        var now = held;
        if (now == null || now.until().isBefore(clock.instant())) {
            var since = LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(DAYS_OF_GRACE);
            var byCommunity = store.endingFrom(since).stream().collect(Collectors.groupingBy(Campaign::community));
            now = new Held(byCommunity, clock.instant().plus(HELD));
            held = now;
        }
        return now;
    }
}
