package org.zhuxi.project.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.project.Acceptance;
import org.zhuxi.project.Defect;
import org.zhuxi.project.Evaluation;
import org.zhuxi.project.FundLine;
import org.zhuxi.project.FundMovement;
import org.zhuxi.project.FundSheet;
import org.zhuxi.project.Product;
import org.zhuxi.project.Project;
import org.zhuxi.project.ProjectStory;
import org.zhuxi.project.Talk;
import org.zhuxi.project.WorksPoint;

/** Projects as programs read them. */
final class ProjectJson {

    private ProjectJson() {}

    /** A project in a list. */
    record Line(
            UUID id,
            String place,
            String path,
            String type,
            Names title,
            Names problem,
            boolean oldEstate,
            String stage,
            @Nullable String suspendedFrom,
            Names plan,
            @Nullable Long costFen,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal doneQuantity,
            @Nullable LocalDate plannedStart,
            @Nullable LocalDate plannedEnd,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate acceptedOn,
            long delayDays,
            String contractor,
            @Nullable LocalDate warrantyUntil,
            String source,
            String origin) {

        static Line of(Project it, LocalDate today) {
            var suspendedFrom = it.suspendedFrom();
            return new Line(
                    it.id(),
                    it.place(),
                    it.path().value(),
                    it.type(),
                    it.title(),
                    it.problem(),
                    it.oldEstate(),
                    it.stage().name(),
                    suspendedFrom == null ? null : suspendedFrom.name(),
                    it.plan().words(),
                    it.plan().costFen(),
                    it.plan().quantity(),
                    it.doneQuantity(),
                    it.plan().start(),
                    it.plan().end(),
                    it.startedOn(),
                    it.acceptedOn(),
                    it.delayDays(today),
                    it.plan().contractor(),
                    it.warrantyUntil(),
                    it.source(),
                    it.origin().name());
        }
    }

    record Step(String from, String to, LocalDate on, String reason) {}

    /** The money of a project, in fen. */
    record Funds(long plannedFen, long allocatedFen, long paidFen, List<FundLine> lines, List<FundMovement> movements) {

        static Funds of(FundSheet it) {
            return new Funds(it.plannedFen(), it.allocatedFen(), it.paidFen(), it.lines(), it.movements());
        }
    }

    /** Counts are null when too few were asked to publish them. */
    record Opinion(
            LocalDate heldOn,
            int asked,
            @Nullable Integer satisfied,
            @Nullable Integer neutral,
            @Nullable Integer dissatisfied,
            Names words,
            @Nullable String indicator,
            @Nullable String before,
            @Nullable String after) {

        static Opinion of(Evaluation it) {
            var isPublic = it.isPublic();
            return new Opinion(
                    it.heldOn(),
                    it.asked(),
                    isPublic ? (Integer) it.satisfied() : null,
                    isPublic ? (Integer) it.neutral() : null,
                    isPublic ? (Integer) it.dissatisfied() : null,
                    it.words(),
                    it.indicator(),
                    it.before(),
                    it.after());
        }
    }

    /** @param link page of a document */
    record Document(UUID id, String title, String mime, long bytes, String link) {}

    /** All that is known of a project. */
    record Story(
            Line project,
            List<Step> steps,
            List<Talk> talks,
            Funds funds,
            List<Product> products,
            Map<String, Long> productCounts,
            List<Acceptance> acceptances,
            List<Defect> defects,
            @Nullable Opinion evaluation,
            List<Document> documents,
            List<WorksPoint> points) {

        static Story of(ProjectStory it, LocalDate today) {
            var evaluation = it.evaluation();
            return new Story(
                    Line.of(it.project(), today),
                    it.steps().stream()
                            .map(step -> new Step(
                                    step.from() == null ? "" : step.from().name(),
                                    step.to().name(),
                                    step.on(),
                                    step.reason()))
                            .toList(),
                    it.talks(),
                    Funds.of(it.funds()),
                    it.products(),
                    Map.of("listed", (long) it.products().size(), "green", it.greenProducts()),
                    it.acceptances(),
                    it.defects(),
                    evaluation == null ? null : Opinion.of(evaluation),
                    it.files().stream()
                            .map(file -> new Document(
                                    file.id(),
                                    file.title(),
                                    file.mime(),
                                    file.bytes(),
                                    "/projects/" + it.project().id() + "/files/" + file.id()))
                            .toList(),
                    it.points());
        }
    }
}
