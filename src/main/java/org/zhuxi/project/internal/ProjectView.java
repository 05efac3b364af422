package org.zhuxi.project.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.platform.web.Page;
import org.zhuxi.project.Fen;
import org.zhuxi.project.ProjectStage;
import org.zhuxi.project.ProjectStory;
import org.zhuxi.project.ProjectType;

/**
 * A project as its pages show it.
 *
 * @param place what its place is called
 * @param change what an indicator says before and after, or null
 */
public record ProjectView(
        ProjectStory story,
        ProjectType type,
        Names place,
        LocalDate today,
        @Nullable Change change) {

    private static final int FEN_A_YUAN = 100;

    /** An indicator before and after the works; a side that has no value is null. */
    public record Change(
            String code,
            Names names,
            Names unit,
            int decimals,
            String beforePeriod,
            @Nullable BigDecimal before,
            String afterPeriod,
            @Nullable BigDecimal after) {}

    /** An amount in yuan, without decimals when it is whole. */
    public static String yuan(Page page, long fen) {
        return page.t("project.yuan", page.number(Fen.inYuan(fen), fen % FEN_A_YUAN == 0 ? 0 : 2));
    }

    /** A quantity with its unit; empty when it is not given. */
    public String quantity(Page page, @Nullable BigDecimal quantity) {
        if (quantity == null) {
            return "";
        }
        var plain = quantity.stripTrailingZeros();
        return page.number(plain, Math.max(0, plain.scale())) + " " + page.name(type.unit());
    }

    public long delayDays() {
        return story.project().delayDays(today);
    }

    /** How many of the stages of the way are behind it; where it left the way, the stage it left. */
    public int stepsDone() {
        var at = ProjectStage.way().indexOf(story.project().reached());
        return at >= 0 ? at : 0;
    }

    /** Colour of a stage. */
    public static String tone(ProjectStage stage) {
        return switch (stage) {
            case ACCEPTED, EVALUATED -> "success";
            case IN_WORKS, APPROVED -> "info";
            case REJECTED, CANCELLED -> "danger";
            case SUSPENDED -> "warning";
            case PROPOSED, DISCUSSED, PLANNED -> "secondary";
        };
    }
}
