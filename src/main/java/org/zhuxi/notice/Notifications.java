package org.zhuxi.notice;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.notice.internal.NotificationStore;
import org.zhuxi.notice.internal.NotificationStore.Row;
import org.zhuxi.notice.internal.PushStore;
import org.zhuxi.notice.internal.Recipients;

/**
 * What single people are told (消息): written in the transaction of its cause, so that it is told if and only if the cause
 * is kept; told again it changes nothing.
 */
@Service
public class Notifications {

    /** Stands for what is of no community; real ones are positive. */
    private static final int NO_COMMUNITY = 0;

    private final NotificationStore store;
    private final Recipients recipients;
    private final PushStore pushes;
    private final Clock clock;

    Notifications(NotificationStore store, Recipients recipients, PushStore pushes, Clock clock) {
        this.store = store;
        this.recipients = recipients;
        this.pushes = pushes;
        this.clock = clock;
    }

    /**
     * Tells everybody with an account in each of these households.
     *
     * @return how many were told; who knew it already does not count
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int tell(List<Told> news) {
        var people = recipients.of(news.stream()
                .map(Told::household)
                .flatMap(household -> Stream.ofNullable(household))
                .toList());
        return write(news.stream()
                .flatMap(one -> Stream.ofNullable(one.household())
                        .flatMap(household -> people.getOrDefault(household, List.of()).stream()
                                .map(account -> new Row(household.community().value(), account, Ids.next(), one))))
                .toList());
    }

    /**
     * Tells single people something of a community.
     *
     * @return how many were told; who knew it already does not count
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int tell(CommunityId community, Collection<UUID> people, Told news) {
        return write(people.stream()
                .map(account -> new Row(community.value(), account, Ids.next(), news))
                .toList());
    }

    /**
     * Tells single people something of a place that may lie above communities.
     *
     * @return how many were told; who knew it already does not count
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int tellOffice(Collection<UUID> people, Told news) {
        return write(people.stream()
                .map(account -> new Row(NO_COMMUNITY, account, Ids.next(), news))
                .toList());
    }

    private int write(List<Row> rows) {
        var now = clock.instant();
        var told = store.insert(rows, now);
        pushes.queue(rows, now);
        return told;
    }

    /** The actor's own, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Notification> list(Actor actor, int limit, @Nullable UUID after) {
        return Slice.of(
                store.list(actor.account(), limit + 1, after),
                limit,
                it -> it.id().toString());
    }

    /** How many of the actor's own are unread. */
    @Transactional(readOnly = true)
    public long countUnread(Actor actor) {
        return store.countUnread(actor.account());
    }

    /** Marks one as read and answers it; read again it stays as it was. */
    @Transactional
    public Notification read(Actor actor, UUID id) {
        store.markRead(actor.account(), id, clock.instant());
        return store.find(actor.account(), id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** Marks all of the actor's own as read. */
    @Transactional
    public void readAll(Actor actor) {
        store.markRead(actor.account(), null, clock.instant());
    }
}
