package org.zhuxi.place.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.place.Community;
import org.zhuxi.place.Place;

/**
 * Keeps places that are asked for over and over. Only what was found is kept, so additions need no care; a change of the
 * tree empties it here at once and, in other running instances, takes effect within a minute.
 */
@Component
public class PlaceCache {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Cache<String, Place> places =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(LONGEST).build();
    private final Cache<CommunityId, Community> communities =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LONGEST).build();
    /** A household never changes its community, so this needs no end. */
    private final Cache<UUID, CommunityId> communitiesOfHouseholds =
            Caffeine.newBuilder().maximumSize(200_000).build();

    public Cache<String, Place> places() {
        return places;
    }

    public Cache<CommunityId, Community> communities() {
        return communities;
    }

    public Cache<UUID, CommunityId> communitiesOfHouseholds() {
        return communitiesOfHouseholds;
    }

    /** Forgets the tree when the running transaction has committed. */
    public void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                places.invalidateAll();
                communities.invalidateAll();
            }
        });
    }
}
