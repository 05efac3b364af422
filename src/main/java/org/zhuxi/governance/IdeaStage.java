package org.zhuxi.governance;

import java.util.List;
import java.util.Set;
import org.zhuxi.kernel.Names;

/** How far an idea has come: 听证会 before, 协调会 during, 评议会 after. */
public enum IdeaStage {
    RAISED("提出", "Raised"),
    ON_AGENDA("列入议题", "On the agenda"),
    HEARD("已听证", "Heard"),
    COORDINATED("已协调", "Coordinated"),
    DECIDED("已决定", "Decided"),
    IN_HAND("落实中", "Being carried out"),
    DONE("已落实", "Carried out"),
    EVALUATED("已评议", "Evaluated"),
    CLOSED("已反馈", "Result told"),
    MERGED("并入其他议题", "Merged"),
    DECLINED("未采纳", "Declined"),
    WITHDRAWN("撤回", "Withdrawn");

    private final Names names;

    IdeaStage(String zh, String en) {
        this.names = new Names(zh, en);
    }

    public Names names() {
        return names;
    }

    /** The way from the first word to the result. */
    public static List<IdeaStage> way() {
        return List.of(RAISED, ON_AGENDA, HEARD, COORDINATED, DECIDED, IN_HAND, DONE, EVALUATED, CLOSED);
    }

    /** Stages that can come next. */
    public Set<IdeaStage> next() {
        return switch (this) {
            case RAISED -> Set.of(ON_AGENDA, MERGED, DECLINED, WITHDRAWN);
            case ON_AGENDA -> Set.of(HEARD, DECLINED);
            case HEARD -> Set.of(COORDINATED, DECIDED, DECLINED);
            case COORDINATED -> Set.of(DECIDED, HEARD, DECLINED);
            case DECIDED -> Set.of(IN_HAND, DECLINED);
            case IN_HAND -> Set.of(DONE, DECLINED);
            case DONE -> Set.of(EVALUATED);
            case EVALUATED -> Set.of(CLOSED);
            case CLOSED, MERGED, DECLINED, WITHDRAWN -> Set.of();
        };
    }

    public boolean isEnd() {
        return next().isEmpty();
    }

    /** Colour of its chip. */
    public String tone() {
        return switch (this) {
            case RAISED, ON_AGENDA -> "secondary";
            case HEARD, COORDINATED, DECIDED, IN_HAND -> "primary";
            case DONE, EVALUATED, CLOSED -> "success";
            case MERGED, DECLINED, WITHDRAWN -> "warning";
        };
    }
}
