package org.zhuxi.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.AssessmentDecisions;
import org.zhuxi.assessment.AssessmentMove;
import org.zhuxi.assessment.AssessmentState;
import org.zhuxi.assessment.Assessments;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.Cycles;
import org.zhuxi.assessment.EvidenceKind;
import org.zhuxi.assessment.NewObjection;
import org.zhuxi.assessment.NewSiteCheck;
import org.zhuxi.assessment.Objections;
import org.zhuxi.assessment.Reviews;
import org.zhuxi.assessment.SelfAssessments;
import org.zhuxi.assessment.SiteCheck;
import org.zhuxi.assessment.SiteChecks;
import org.zhuxi.assessment.Standards;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;

/** The three communities of Gaohang in their cycle: one with gaps, one returned, one shown to the public with an objection. */
@Component
class GaohangAssessments {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String LUDI = "310115121017";
    private static final String HUAGAO = "310115121008";
    private static final String DONGLI = "310115121013";
    private static final int ANSWERED = 9;

    private final DemoStaff staff;
    private final Cycles cycles;
    private final Standards standards;
    private final Assessments assessments;
    private final SelfAssessments self;
    private final Reviews reviews;
    private final SiteChecks sites;
    private final AssessmentDecisions decisions;
    private final Objections objections;
    private final Clock clock;

    GaohangAssessments(
            DemoStaff staff,
            Cycles cycles,
            Standards standards,
            Assessments assessments,
            SelfAssessments self,
            Reviews reviews,
            SiteChecks sites,
            AssessmentDecisions decisions,
            Objections objections,
            Clock clock) {
        this.staff = staff;
        this.cycles = cycles;
        this.standards = standards;
        this.assessments = assessments;
        this.self = self;
        this.reviews = reviews;
        this.sites = sites;
        this.decisions = decisions;
        this.objections = objections;
        this.clock = clock;
    }

    private Actor clerk() {
        return staff.person("gaohang-clerk");
    }

    private UUID enrolled(UUID cycle, String code) {
        return assessments
                .enrol(clerk(), AssessmentsChapter.id("gaohang/" + code), cycle, code, Origin.SYNTHETIC)
                .id();
    }

    private boolean isBefore(UUID id, AssessmentState state) {
        return assessments.get(clerk(), id).state().compareTo(state) < 0;
    }

    /** Huagao has answered a part, some of it with no. */
    void notYet(UUID cycle) {
        var id = enrolled(cycle, HUAGAO);
        if (isBefore(id, AssessmentState.SELF_ASSESSING)) {
            var criteria = criteria(cycle).subList(0, ANSWERED);
            for (var criterion : criteria) {
                var answer = criterion.ordinal() % 4 == 0 ? DemoAnswers.worst(criterion) : DemoAnswers.best(criterion);
                self.answer(clerk(), id, criterion.code(), answer, "");
            }
        }
    }

    /** Ludi was handed in and came back from the street. */
    void returned(UUID cycle) {
        var id = enrolled(cycle, LUDI);
        if (isBefore(id, AssessmentState.SELF_SUBMITTED)) {
            answer(cycle, id);
            self.submit(clerk(), id);
            reviews.review(staff.person("gaohang-officer"), id, AssessmentMove.RETURN, "第 2 条只有会议记录，请补上线上议事的截图和日期。");
        }
    }

    /** Dongli passes street, county and city. */
    void approved(UUID cycle) {
        var id = enrolled(cycle, DONGLI);
        if (isBefore(id, AssessmentState.SELF_SUBMITTED)) {
            answer(cycle, id);
            self.submit(clerk(), id);
            var street = staff.person("gaohang-officer");
            reviews.verify(street, id, null, true);
            reviews.review(street, id, AssessmentMove.APPROVE, "");
            var county = staff.person("pudong-officer");
            reviews.review(county, id, AssessmentMove.TAKE_UP, "");
            reviews.review(county, id, AssessmentMove.APPROVE, "");
            reviews.review(staff.person("shanghai-officer"), id, AssessmentMove.APPROVE, "");
        }
    }

    /** Two assessors were there, and it is proposed to pass. */
    void proposed(UUID cycle) {
        var id = enrolled(cycle, DONGLI);
        if (isBefore(id, AssessmentState.SCORED)) {
            check(cycle, id, "assessor", "");
            check(cycle, id, "assessor-two", "三号楼北侧通道画线已模糊，不影响通行。");
            var city = staff.person("shanghai-officer");
            decisions.decide(city, id, AssessmentMove.SCORE, "");
            decisions.decide(city, id, AssessmentMove.PROPOSE_PASS, "");
        }
    }

    /** It is shown to the public, and somebody objects. */
    void noticed(UUID cycle) {
        var id = enrolled(cycle, DONGLI);
        if (isBefore(id, AssessmentState.PUBLIC_NOTICE)) {
            decisions.decide(staff.person("shanghai-officer"), id, AssessmentMove.GIVE_NOTICE, "");
            objections.raise(
                    Actor.VISITOR,
                    AssessmentsChapter.id("gaohang/objection"),
                    id,
                    new NewObjection("E-08", "晚上七点后东门内侧仍有车辆停在消防通道上。", "东门岗亭对面，连续三晚", "演示居民", "演示联系方式"));
        }
    }

    private List<Criterion> criteria(UUID cycle) {
        var of = cycles.get(cycle);
        return standards.get(of.standard(), of.standardVersion()).criteria();
    }

    private void answer(UUID cycle, UUID id) {
        for (var criterion : criteria(cycle)) {
            self.answer(clerk(), id, criterion.code(), DemoAnswers.best(criterion), "");
            DemoAnswers.proofs(criterion).forEach(kind -> prove(id, criterion, kind));
        }
    }

    private void prove(UUID id, Criterion criterion, EvidenceKind kind) {
        var today = LocalDate.now(clock.withZone(ZONE));
        var typed = new SelfAssessments.NewEvidence(criterion.code(), kind, "演示佐证", today, true, true);
        try {
            self.prove(
                    clerk(), id, Ids.next(), typed, new ByteArrayInputStream(DemoAnswers.picture(criterion.ordinal())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(UUID cycle, UUID id, String who, String note) {
        var assessor = staff.person(who);
        var findings = new HashMap<String, SiteCheck.Seen>();
        criteria(cycle).stream()
                .filter(criterion -> criterion.verifiedBy() != Criterion.VerifiedBy.DESK)
                .forEach(criterion -> findings.put(criterion.code(), new SiteCheck.Seen(true, 0, "")));
        sites.record(
                assessor,
                new NewSiteCheck(
                        AssessmentsChapter.id("gaohang/check/" + who),
                        assessor.account(),
                        id,
                        clock.instant(),
                        false,
                        note,
                        List.of(),
                        findings));
    }
}
