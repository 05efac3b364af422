package org.zhuxi.request;

import java.util.EnumSet;
import java.util.Set;
import org.zhuxi.kernel.Names;

/** Where a request stands, as on a work order of the 12345 lines. */
public enum RequestState {
    RECEIVED("已受理", "Received"),
    DISPATCHED("已派单", "Dispatched"),
    IN_HAND("办理中", "In hand"),
    HANDED_OVER("已移交", "Handed over"),
    ANSWERED("已答复", "Answered"),
    CALLED_BACK("已回访", "Called back"),
    CLOSED("已办结", "Closed"),
    REOPENED("重办", "Reopened"),
    REFUSED("不予受理", "Not taken up"),
    DUPLICATE("并入他件", "Merged"),
    WITHDRAWN("已撤回", "Withdrawn");

    private final Names names;

    RequestState(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }

    /** Whether nothing more has to be done; {@code closed} in Open311. */
    public boolean isEnded() {
        return switch (this) {
            case CLOSED, REFUSED, DUPLICATE, WITHDRAWN -> true;
            case RECEIVED, DISPATCHED, IN_HAND, HANDED_OVER, ANSWERED, CALLED_BACK, REOPENED -> false;
        };
    }

    /** Whether an answer is owed, so that its deadline runs. */
    public boolean isOwed() {
        return switch (this) {
            case RECEIVED, DISPATCHED, IN_HAND, HANDED_OVER, REOPENED -> true;
            case ANSWERED, CALLED_BACK, CLOSED, REFUSED, DUPLICATE, WITHDRAWN -> false;
        };
    }

    /** Where staff may move it; merging, calling back and withdrawing are acts of their own. */
    public Set<RequestState> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(DISPATCHED, IN_HAND, HANDED_OVER, REFUSED);
            case DISPATCHED -> EnumSet.of(IN_HAND, RECEIVED, HANDED_OVER, ANSWERED);
            case IN_HAND -> EnumSet.of(ANSWERED, DISPATCHED, HANDED_OVER);
            case HANDED_OVER -> EnumSet.of(IN_HAND, ANSWERED);
            case ANSWERED -> EnumSet.of(CLOSED, REOPENED);
            case CALLED_BACK -> EnumSet.of(CLOSED, REOPENED);
            case CLOSED -> EnumSet.of(REOPENED);
            case REOPENED -> EnumSet.of(DISPATCHED, IN_HAND, HANDED_OVER);
            case REFUSED, DUPLICATE -> EnumSet.of(RECEIVED);
            case WITHDRAWN -> EnumSet.noneOf(RequestState.class);
        };
    }
}
