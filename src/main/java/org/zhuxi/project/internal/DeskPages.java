package org.zhuxi.project.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.project.Acceptances;
import org.zhuxi.project.FundKind;
import org.zhuxi.project.FundSource;
import org.zhuxi.project.NewAcceptance;
import org.zhuxi.project.NewEvaluation;
import org.zhuxi.project.NewMovement;
import org.zhuxi.project.NewPlan;
import org.zhuxi.project.NewProduct;
import org.zhuxi.project.NewStep;
import org.zhuxi.project.NewTalk;
import org.zhuxi.project.ProjectFunds;
import org.zhuxi.project.ProjectParts;
import org.zhuxi.project.ProjectPermissions;
import org.zhuxi.project.ProjectStage;
import org.zhuxi.project.ProjectSteps;
import org.zhuxi.project.ProjectTalks;
import org.zhuxi.project.TalkForm;
import org.zhuxi.project.TalkPart;
import org.zhuxi.project.photo.NewPhotoPoint;
import org.zhuxi.project.photo.PhotoPoints;

/** The forms of one project at the desk. */
@Controller
@RequestMapping(Desk.PATH + "/{id}")
class DeskPages {

    private final ProjectSteps steps;
    private final ProjectTalks talks;
    private final ProjectFunds funds;
    private final ProjectParts parts;
    private final Acceptances acceptances;
    private final PhotoPoints points;
    private final Desk desk;

    DeskPages(
            ProjectSteps steps,
            ProjectTalks talks,
            ProjectFunds funds,
            ProjectParts parts,
            Acceptances acceptances,
            PhotoPoints points,
            Desk desk) {
        this.steps = steps;
        this.talks = talks;
        this.funds = funds;
        this.parts = parts;
        this.acceptances = acceptances;
        this.points = points;
        this.desk = desk;
    }

    @PostMapping("/steps")
    ModelAndView step(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("step", fields);
        return desk.change(
                actor,
                id,
                ProjectPermissions.READ,
                filled,
                () -> steps.step(
                        actor,
                        id,
                        new NewStep(
                                filled.choice("to", ProjectStage.class),
                                filled.day("on"),
                                filled.text("reason"),
                                filled.text("contractor"))));
    }

    @PostMapping("/plan")
    ModelAndView plan(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("plan", fields);
        return desk.change(
                actor,
                id,
                ProjectPermissions.MANAGE,
                filled,
                () -> steps.plan(
                        actor,
                        id,
                        new NewPlan(
                                filled.names("words"),
                                filled.fen("cost"),
                                filled.decimal("quantity"),
                                filled.day("start"),
                                filled.day("end"),
                                filled.whole("warrantyMonths"))));
    }

    @PostMapping("/talks")
    ModelAndView talk(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("talk", fields);
        return desk.change(actor, id, ProjectPermissions.MANAGE, filled, () -> {
            var persons = new EnumMap<TalkPart, Integer>(TalkPart.class);
            for (var part : TalkPart.values()) {
                var number = filled.whole("persons." + part.name());
                if (number != null) {
                    persons.put(part, number);
                }
            }
            talks.record(
                    actor,
                    id,
                    new NewTalk(
                            filled.day("heldOn"),
                            filled.choice("form", TalkForm.class),
                            filled.has("online"),
                            filled.text("venue"),
                            persons,
                            filled.text("resolution"),
                            filled.whole("votesFor"),
                            filled.whole("votesAgainst"),
                            filled.whole("votesAbstain"),
                            filled.text("link")));
        });
    }

    @PostMapping("/funds")
    ModelAndView book(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("funds", fields);
        return desk.change(
                actor,
                id,
                ProjectPermissions.READ,
                filled,
                () -> funds.book(
                        actor,
                        id,
                        new NewMovement(
                                filled.id("movement"),
                                filled.choice("source", FundSource.class),
                                filled.text("payer"),
                                filled.choice("kind", FundKind.class),
                                filled.fen("amount"),
                                filled.day("on"),
                                filled.text("document"))));
    }

    @PostMapping("/funds/{movement}/reversal")
    ModelAndView reverse(
            Actor actor, @PathVariable UUID id, @PathVariable UUID movement, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("reversal-" + movement, fields);
        return desk.change(
                actor,
                id,
                ProjectPermissions.READ,
                filled,
                () -> funds.reverse(actor, id, movement, filled.text("reason")));
    }

    @PostMapping("/products")
    ModelAndView product(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("products", fields);
        return desk.change(
                actor,
                id,
                ProjectPermissions.MANAGE,
                filled,
                () -> parts.addProduct(
                        actor,
                        id,
                        new NewProduct(
                                filled.text("name"),
                                filled.text("supplier"),
                                filled.fen("amount"),
                                filled.text("certificate"))));
    }

    @PostMapping("/products/{product}/removal")
    ModelAndView removeProduct(Actor actor, @PathVariable UUID id, @PathVariable UUID product) {
        return desk.change(
                actor,
                id,
                ProjectPermissions.MANAGE,
                Filled.of("products", Map.of()),
                () -> parts.removeProduct(actor, id, product));
    }

    @PostMapping("/files")
    ModelAndView file(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var filled = Filled.of("files", fields);
        return desk.change(actor, id, ProjectPermissions.MANAGE, filled, () -> {
            if (file == null || file.isEmpty()) {
                throw new org.zhuxi.project.ProjectRefused.Missing("file");
            }
            try (var content = file.getInputStream()) {
                parts.addFile(actor, id, filled.text("title"), content);
            }
        });
    }

    @PostMapping("/files/{file}/removal")
    ModelAndView removeFile(Actor actor, @PathVariable UUID id, @PathVariable UUID file) {
        return desk.change(
                actor,
                id,
                ProjectPermissions.MANAGE,
                Filled.of("files", Map.of()),
                () -> parts.removeFile(actor, id, file));
    }

    @PostMapping("/acceptances")
    ModelAndView accept(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("acceptance", fields);
        return desk.change(
                actor,
                id,
                ProjectPermissions.ACCEPT,
                filled,
                () -> acceptances.hold(
                        actor,
                        id,
                        new NewAcceptance(
                                filled.day("heldOn"),
                                filled.has("passed")
                                        ? (Boolean) filled.text("passed").equals("yes")
                                        : null,
                                filled.text("words"),
                                lines(filled.text("defects")),
                                filled.day("defectsDue"),
                                filled.decimal("doneQuantity"))));
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\\R", -1)).map(String::strip).toList();
    }

    @PostMapping("/defects")
    ModelAndView report(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("warranty", fields);
        return desk.change(
                actor,
                id,
                ProjectPermissions.MANAGE,
                filled,
                () -> acceptances.report(actor, id, filled.text("words"), filled.day("due")));
    }

    @PostMapping("/defects/{defect}/repair")
    ModelAndView mend(
            Actor actor, @PathVariable UUID id, @PathVariable UUID defect, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("repair-" + defect, fields);
        return desk.change(
                actor,
                id,
                ProjectPermissions.MANAGE,
                filled,
                () -> acceptances.mend(actor, id, defect, filled.day("on"), filled.text("repair")));
    }

    @PostMapping("/evaluation")
    ModelAndView evaluate(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("evaluation", fields);
        return desk.change(
                actor,
                id,
                ProjectPermissions.ACCEPT,
                filled,
                () -> acceptances.evaluate(
                        actor,
                        id,
                        new NewEvaluation(
                                filled.day("heldOn"),
                                filled.whole("satisfied"),
                                filled.whole("neutral"),
                                filled.whole("dissatisfied"),
                                filled.names("words"),
                                filled.text("indicator"),
                                filled.text("before"),
                                filled.text("after"))));
    }

    @PostMapping("/photo-points")
    ModelAndView photoPoint(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("point", fields);
        return desk.change(
                actor,
                id,
                ProjectPermissions.MANAGE,
                filled,
                () -> points.add(
                        actor,
                        Objects.requireNonNullElseGet(filled.id("id"), Ids::next),
                        new NewPhotoPoint(
                                id,
                                filled.text("place"),
                                filled.names("name"),
                                Positions.read(filled.decimal("latitude"), filled.decimal("longitude")),
                                filled.whole("bearing")),
                        Origin.RECORDED));
    }
}
