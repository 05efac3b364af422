package org.zhuxi.project;

import java.util.UUID;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** What this module refuses, and why. */
public abstract sealed class ProjectRefused extends Refused {

    private ProjectRefused(Problem problem) {
        super(problem);
    }

    /** A field that must be filled in is empty. */
    public static final class Missing extends ProjectRefused {
        public Missing(String field) {
            super(Problem.ofField(field, "project-missing"));
        }
    }

    /** A text is too long. */
    public static final class TooLong extends ProjectRefused {
        public TooLong(String field, int most) {
            super(Problem.ofField(field, "project-too-long", most));
        }
    }

    /** A number, day or amount cannot be read or cannot be. */
    public static final class Unreadable extends ProjectRefused {
        public Unreadable(String field) {
            super(Problem.ofField(field, "project-unreadable"));
        }
    }

    /** There is no kind of improvement with this code. */
    public static final class NoType extends ProjectRefused {
        public NoType() {
            super(Problem.ofField("type", "project-type"));
        }
    }

    /** The code names no place, or a dwelling. */
    public static final class NoPlace extends ProjectRefused {
        public NoPlace() {
            super(Problem.ofField("place", "project-place"));
        }
    }

    /** The day lies in the future, or before the one it must follow. */
    public static final class WrongDay extends ProjectRefused {
        public WrongDay(String field) {
            super(Problem.ofField(field, "project-day"));
        }
    }

    /** From this stage there is no step to that one. */
    public static final class NoSuchStep extends ProjectRefused {
        public NoSuchStep(ProjectStage from, ProjectStage to) {
            super(Problem.of("project-step", Kind.CONFLICT, from.names(), to.names()));
        }
    }

    /** In this stage it cannot be done. */
    public static final class WrongStage extends ProjectRefused {
        public WrongStage(ProjectStage stage) {
            super(Problem.of("project-stage", Kind.CONFLICT, stage.names()));
        }
    }

    /** No talk has been recorded. */
    public static final class NotTalkedOver extends ProjectRefused {
        public NotTalkedOver() {
            super(Problem.of("project-not-talked-over", Kind.CONFLICT));
        }
    }

    /** Words, cost or days of the plan are missing. */
    public static final class PlanIncomplete extends ProjectRefused {
        public PlanIncomplete() {
            super(Problem.of("project-plan-incomplete", Kind.CONFLICT));
        }
    }

    /** The sources do not add up to the cost. */
    public static final class SumsDiffer extends ProjectRefused {
        public SumsDiffer(long costFen, long plannedFen) {
            super(Problem.of("project-sums-differ", Kind.CONFLICT, Fen.yuan(costFen), Fen.yuan(plannedFen)));
        }
    }

    /** Whoever handed in the plan cannot approve it. */
    public static final class OwnPlan extends ProjectRefused {
        public OwnPlan() {
            super(Problem.of("project-own-plan", Kind.CONFLICT));
        }
    }

    /** Whoever ran the works can neither accept nor evaluate them. */
    public static final class OwnWorks extends ProjectRefused {
        public OwnWorks() {
            super(Problem.of("project-own-works", Kind.CONFLICT));
        }
    }

    /** Defects are open. */
    public static final class DefectsOpen extends ProjectRefused {
        public DefectsOpen(long open) {
            super(Problem.of("project-defects-open", Kind.CONFLICT, open));
        }
    }

    /** An acceptance names defects and passes, or does neither. */
    public static final class DefectsUnclear extends ProjectRefused {
        public DefectsUnclear() {
            super(Problem.ofField("defects", "project-defects-unclear"));
        }
    }

    /** A project has no room for more of these. */
    public static final class TooMany extends ProjectRefused {
        public TooMany(String field, int most) {
            super(Problem.ofField(field, "project-too-many", most));
        }
    }

    /** The point was done or dropped before. */
    public static final class PointSettled extends ProjectRefused {
        public PointSettled() {
            super(Problem.of("project-point-settled", Kind.CONFLICT));
        }
    }

    /** A project without a source is only proposed, so nothing else can be known of it. */
    public static final class NoSource extends ProjectRefused {
        public NoSource(String field) {
            super(Problem.ofField(field, "project-no-source"));
        }
    }

    /** The defect has been mended before. */
    public static final class Mended extends ProjectRefused {
        public Mended() {
            super(Problem.of("project-mended", Kind.CONFLICT));
        }
    }

    /** The warranty is over, or there was none. */
    public static final class NoWarranty extends ProjectRefused {
        public NoWarranty() {
            super(Problem.of("project-no-warranty", Kind.CONFLICT));
        }
    }

    /** More would be allocated than planned, or paid than allocated. */
    public static final class AboveLine extends ProjectRefused {
        public AboveLine(FundMovement movement, long roomFen) {
            super(Problem.ofField(
                    "amount",
                    "project-above-line",
                    movement.source().names(),
                    movement.kind().names(),
                    Fen.yuan(roomFen)));
        }
    }

    /** The movement is a counter-entry or has been taken back before. */
    public static final class TakenBack extends ProjectRefused {
        public TakenBack() {
            super(Problem.of("project-taken-back", Kind.CONFLICT));
        }
    }

    /** The id was used for something else; the first one stands. */
    public static final class Conflict extends ProjectRefused {
        public Conflict(UUID id) {
            super(Problem.of("project-conflict", Kind.CONFLICT, id.toString()));
        }
    }

    /** Files belong to a community; the project is above communities. */
    public static final class NoCommunity extends ProjectRefused {
        public NoCommunity() {
            super(Problem.ofField("place", "project-no-community"));
        }
    }

    /** There is no indicator with this code. */
    public static final class NoIndicator extends ProjectRefused {
        public NoIndicator() {
            super(Problem.ofField("indicator", "project-indicator"));
        }
    }
}
