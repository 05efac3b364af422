package org.zhuxi.account.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.PlacesMoved;

/** Roles go along with the place they are held in; whoever was given the same role there in the meantime keeps that one alone. */
@Component
class FollowingRoles {

    private final AccountStore accounts;
    private final Actors actors;

    FollowingRoles(AccountStore accounts, Actors actors) {
        this.accounts = accounts;
        this.actors = actors;
    }

    @EventListener
    void on(PlacesMoved moved) {
        moved.paths().forEach((from, to) -> accounts.endTwins(from, to, actors.today()));
    }
}
