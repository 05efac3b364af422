package org.zhuxi.place.internal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.PlacesMoved;
import org.zhuxi.platform.database.LivePaths;

/**
 * Roles, meters, requests and whatever else is kept by the path of a place follow a community or division that comes to another
 * parent, on the day from which that holds. What tells of the past keeps the path it was written with.
 */
@Component
public class MovedPlaces {

    private final LivePaths paths;
    private final DivisionStore divisions;
    private final TreeVersion tree;
    private final Today today;
    private final ApplicationEventPublisher events;

    MovedPlaces(
            LivePaths paths, DivisionStore divisions, TreeVersion tree, Today today, ApplicationEventPublisher events) {
        this.paths = paths;
        this.divisions = divisions;
        this.tree = tree;
        this.today = today;
        this.events = events;
    }

    /** Looks only when the tree has changed or a day has begun since the last time; answers how many rows followed. */
    public long follow() {
        var version = tree.read();
        var day = today.get();
        if (tree.isFollowed(version, day)) {
            return 0;
        }
        var moves = divisions.moved(paths.inUse(), day);
        var rows = 0L;
        if (!moves.isEmpty()) {
            events.publishEvent(new PlacesMoved(moves));
            rows = paths.rewrite(moves);
        }
        // last, so that a program that ends in between begins again
        tree.followed(version, day);
        return rows;
    }
}
