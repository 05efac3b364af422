package org.zhuxi.assessment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.assessment.internal.cycle.Sheet;
import org.zhuxi.indicator.Registers;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.testing.World;

/** Leads the community of a test through a cycle of its own, by the facades people use. */
public record Trial(
        World worlds,
        Accounts accounts,
        Registers registers,
        Cycles cycles,
        Standards standards,
        Assessments assessments,
        SelfAssessments self,
        Reviews reviews,
        SiteChecks sites,
        AssessmentDecisions decisions,
        JdbcClient jdbc) {

    public static final int YEAR = 2026;
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** A community in an open cycle, with the people who judge it. */
    public record Begun(World.Made made, Cycle cycle, UUID id) {

        public String username(String who) {
            return made.username(who);
        }
    }

    /** Everybody the cycle needs: clerk and head of the community, officers above it, and two assessors. */
    public Begun begin(String standard, Set<ReviewLevel> levels) {
        var made = worlds.make(1);
        var code = made.communityCode();
        accounts.open(
                World.founder(),
                List.of(
                        account("street-" + code, Role.STREET_OFFICER, made.street()),
                        account("county-" + code, Role.COUNTY_OFFICER, new PlacePath("/32/3210/321003")),
                        account("city-" + code, Role.CITY_OFFICER, new PlacePath("/32/3210")),
                        account("assessor1-" + code, Role.ASSESSOR, PlacePath.NATION),
                        account("assessor2-" + code, Role.ASSESSOR, PlacePath.NATION)));
        registers.freezeToday(World.founder(), Ids.next(), String.valueOf(YEAR), code, "trial");
        return enrolled(made, standard, levels);
    }

    /** The same community in one more cycle of the same standard. */
    public Begun again(Begun before) {
        return enrolled(
                before.made(),
                before.cycle().standard(),
                Set.copyOf(before.cycle().levels()));
    }

    private Begun enrolled(World.Made made, String standard, Set<ReviewLevel> levels) {
        var code = made.communityCode();
        var today = LocalDate.now(ZONE);
        var reviewBy = new HashMap<ReviewLevel, LocalDate>();
        levels.forEach(level -> reviewBy.put(level, today.plusDays(20)));
        var cycle = cycles.plan(
                actor(made, "city"),
                Ids.next(),
                new NewCycle(
                        YEAR,
                        code,
                        new Names("试验批次" + code, "Trial cycle " + code),
                        standard,
                        new CycleCalendar(today, today.plusDays(10), reviewBy, 7, today.plusDays(60))),
                Origin.SYNTHETIC);
        var open = cycles.move(actor(made, "city"), cycle.id(), CycleState.OPEN);
        var it = assessments.enrol(actor(made, "clerk"), Ids.next(), open.id(), code, Origin.SYNTHETIC);
        return new Begun(made, open, it.id());
    }

    private static NewAccount account(String username, Role role, PlacePath path) {
        return new NewAccount(
                username, null, username, World.PASSWORD, Set.of(new Grant(role, path)), Set.of(), Origin.SYNTHETIC);
    }

    public Actor actor(Begun begun, String who) {
        return actor(begun.made(), who);
    }

    private Actor actor(World.Made made, String who) {
        return accounts.actorOf(made.username(who));
    }

    public StandardVersion standard(Begun begun) {
        return standards.get(begun.cycle().standard(), begun.cycle().standardVersion());
    }

    /** Answers everything as well as can be and proves it. */
    public void answerAll(Begun begun) {
        var clerk = actor(begun, "clerk");
        for (var criterion : standard(begun).criteria()) {
            self.answer(clerk, begun.id(), criterion.code(), best(criterion), "");
            for (var rule : criterion.evidence()) {
                for (var i = 0; i < rule.min(); i++) {
                    prove(begun, criterion.code(), rule.kind());
                }
            }
            criterion.check().asked().forEach(part -> {
                if (part.check() instanceof Check.Document document) {
                    for (var i = 0; i < document.least(); i++) {
                        prove(
                                begun,
                                criterion.code(),
                                document.kinds().stream().sorted().findFirst().orElseThrow());
                    }
                }
            });
        }
    }

    /** Adds a file that everybody may see later. */
    public UUID prove(Begun begun, String criterion, EvidenceKind kind) {
        var id = Ids.next();
        try {
            var typed = new SelfAssessments.NewEvidence(criterion, kind, "trial", LocalDate.now(ZONE), true, true);
            self.prove(actor(begun, "clerk"), begun.id(), id, typed, new ByteArrayInputStream(picture()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    /** A small picture. */
    public static byte[] picture() {
        try {
            var picture = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture);
            return picture.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The best answer there is to a criterion. */
    public static Finding best(Criterion criterion) {
        var answers = new HashMap<String, Answer>();
        criterion.check().asked().forEach(part -> {
            switch (part.check()) {
                case Check.YesNo yesNo -> answers.put(part.code(), new Answer.YesNo(true));
                case Check.Checklist list -> answers.put(part.code(), new Answer.Ticked(all(list)));
                case Check.Measure measure -> answers.put(part.code(), Answer.Amount.of(most(measure.threshold())));
                case Check.Panel panel ->
                    answers.put(part.code(), new Answer.Marks(List.of(BigDecimal.valueOf(panel.scale()))));
                case Check.Document document -> {}
                case Check.All all -> throw new IllegalStateException("nested");
            }
        });
        return new Finding(answers, 0, true, null, List.of());
    }

    private static Set<String> all(Check.Checklist list) {
        var codes = new HashSet<String>();
        list.items().forEach(item -> codes.add(item.code()));
        return codes;
    }

    private static BigDecimal most(Threshold threshold) {
        return switch (threshold.op()) {
            case GE, GT ->
                threshold.unit().equals("%")
                        ? BigDecimal.valueOf(100)
                        : threshold.value().add(BigDecimal.TEN);
            case LE, EQ -> threshold.value();
            case LT -> BigDecimal.ZERO;
        };
    }

    /** Submits and passes every level, each of which finds all evidence right; then the site. */
    public void reviewAll(Begun begun) {
        self.submit(actor(begun, "clerk"), begun.id());
        for (var level : begun.cycle().levels()) {
            var officer = actor(begun, level.name().toLowerCase(Locale.ROOT));
            if (level != ReviewLevel.STREET
                    && assessments.get(officer, begun.id()).state() != AssessmentState.CITY_REVIEW) {
                reviews.review(officer, begun.id(), AssessmentMove.TAKE_UP, "");
            }
            reviews.verify(officer, begun.id(), null, true);
            reviews.review(officer, begun.id(), AssessmentMove.APPROVE, "");
        }
        cycles.move(actor(begun, "city"), begun.cycle().id(), CycleState.REVIEW);
    }

    /** One assessor sees everything met. */
    public NewSiteCheck check(Begun begun, String who, boolean met) {
        var findings = new HashMap<String, SiteCheck.Seen>();
        standard(begun).criteria().stream()
                .filter(Sheet::isSite)
                .forEach(criterion -> findings.put(criterion.code(), new SiteCheck.Seen(met, 0, "")));
        return new NewSiteCheck(
                Ids.next(),
                actor(begun, who).account(),
                begun.id(),
                Instant.now(),
                false,
                "",
                List.of(),
                Map.copyOf(findings));
    }

    /** One assessor sees everything met but one criterion. */
    public NewSiteCheck checkWithout(Begun begun, String who, String criterion) {
        var all = check(begun, who, true);
        var findings = new HashMap<>(all.findings());
        findings.put(criterion, new SiteCheck.Seen(false, 0, "缺"));
        return new NewSiteCheck(
                all.id(),
                all.account(),
                all.assessment(),
                all.checkedAt(),
                all.clockChanged(),
                all.note(),
                all.evidence(),
                Map.copyOf(findings));
    }

    /** Both assessors, the score, the proposal and the first day of the notice. */
    public CommunityAssessment giveNotice(Begun begun) {
        sites.record(actor(begun, "assessor1"), check(begun, "assessor1", true));
        sites.record(actor(begun, "assessor2"), check(begun, "assessor2", true));
        var city = actor(begun, "city");
        decisions.decide(city, begun.id(), AssessmentMove.SCORE, "");
        decisions.decide(city, begun.id(), AssessmentMove.PROPOSE_PASS, "");
        cycles.move(city, begun.cycle().id(), CycleState.NOTICE);
        return decisions.decide(city, begun.id(), AssessmentMove.GIVE_NOTICE, "");
    }

    /** Lets the days of the notice pass. */
    public void passTheNotice(Begun begun) {
        jdbc.sql(
                        "update assessment.assessment set notice_from = notice_from - 30, notice_until = notice_until - 30 where id = :id")
                .param("id", begun.id())
                .update();
    }
}
