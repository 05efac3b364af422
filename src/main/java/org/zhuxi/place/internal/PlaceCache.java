package org.zhuxi.place.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.place.Community;
import org.zhuxi.place.Place;

/**
 * Keeps places that are asked for over and over. Only what was found is kept, so additions need no care; a change of the
 * tree empties it here at once and, in other running programs, within a second.
 */
@Component
public class PlaceCache {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Cache<String, Place> places =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(LONGEST).build();
    private final Cache<CommunityId, Community> communities =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LONGEST).build();
    /** A household never changes its community, so this needs no end. */
    private final Cache<UUID, CommunityId> communitiesOfHouseholds =
            Caffeine.newBuilder().maximumSize(200_000).build();

    private final TreeVersion version;
    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime() - LOOK_EVERY_NANOS);
    private final AtomicLong known = new AtomicLong(-1);

    PlaceCache(TreeVersion version) {
        this.version = version;
    }

    public Cache<String, Place> places() {
        forgetWhatIsOld();
        return places;
    }

    public Cache<CommunityId, Community> communities() {
        forgetWhatIsOld();
        return communities;
    }

    public Cache<UUID, CommunityId> communitiesOfHouseholds() {
        return communitiesOfHouseholds;
    }

    /** Forgets the tree when the running transaction has committed, here and in every other program. */
    public void forgetAfterCommit() {
        version.increase();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget();
            }
        });
    }

    private void forgetWhatIsOld() {
        var looked = lookedAt.get();
        var now = System.nanoTime();
        if (now - looked < LOOK_EVERY_NANOS || !lookedAt.compareAndSet(looked, now)) {
            return;
        }
        var current = version.read();
        if (known.getAndSet(current) != current) {
            forget();
        }
    }

    private void forget() {
        places.invalidateAll();
        communities.invalidateAll();
    }
}
