package org.zhuxi.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.zhuxi.testing.FormToken.csrf;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Community;
import org.zhuxi.place.Household;
import org.zhuxi.place.NewCommunity;
import org.zhuxi.place.NewDivision;
import org.zhuxi.place.NewHousehold;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.Register;
import org.zhuxi.platform.manifest.Manifests;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.ZhuxiTest;

/** The ledger as people and programs meet it, in the whole program. */
@ZhuxiTest
class PointsTests {

    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final Actor OPERATOR =
            new Actor(Ids.next(), "管理员", Set.of(new Grant(Role.OPERATOR, PlacePath.NATION)), Set.of(), null);
    private static final AtomicInteger STREETS = new AtomicInteger();

    private final Register register;
    private final Places places;
    private final Accounts accounts;
    private final Points points;
    private final Postings postings;
    private final Rewards rewards;
    private final Manifests manifests;
    private final JdbcClient sql;
    private final MockMvcTester http;

    private @Nullable Household home;

    PointsTests(
            Register register,
            Places places,
            Accounts accounts,
            Points points,
            Postings postings,
            Rewards rewards,
            Manifests manifests,
            JdbcClient sql,
            MockMvcTester http) {
        this.register = register;
        this.places = places;
        this.accounts = accounts;
        this.points = points;
        this.postings = postings;
        this.rewards = rewards;
        this.manifests = manifests;
        this.sql = sql;
        this.http = http;
    }

    @BeforeEach
    void settle() {
        var nine = "330681%03d".formatted(600 + STREETS.incrementAndGet());
        var street = new NewDivision(
                nine + "000",
                PlaceKind.STREET,
                "330681000000",
                new Names("积分街道", "Points Street"),
                SINCE,
                Origin.SYNTHETIC,
                "test");
        register.addDivisions(OPERATOR, List.of(street));
        var code = nine + "001";
        var community = register.addCommunity(
                OPERATOR,
                NewCommunity.named(code, new Names("积分社区", "Points Community"), SINCE, Origin.SYNTHETIC, "test"));
        var door = code + "-Q1-B01-0101";
        register.addPlaces(
                OPERATOR,
                community,
                List.of(
                        NewPlace.quarter(code + "-Q1", new Names("一区", "Quarter 1"), Origin.SYNTHETIC),
                        NewPlace.building(code + "-Q1-B01", new Names("1栋", "Building 1"), Origin.SYNTHETIC),
                        NewPlace.dwelling(door, new Names("0101", "0101"), Origin.SYNTHETIC)));
        home = register.addHouseholds(
                        OPERATOR, community, List.of(new NewHousehold(Ids.next(), door, 3, SINCE, Origin.SYNTHETIC)))
                .getFirst();
    }

    @Test
    void showsTheAccountToItsHouseholdAndToItsStewardAndToNobodyElse() {
        adjust(40);
        assertThat(points.account(member(), id()).balance()).isEqualTo(40);
        var before = looks();
        assertThat(points.account(staff(Role.STEWARD), id()).balance()).isEqualTo(40);
        assertThat(looks()).isEqualTo(before + 1);
        assertThatThrownBy(() -> points.account(person(Role.MERCHANT, home().path()), id()))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> points.account(OPERATOR, Ids.next())).isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void refusesARedemptionAboveTheBalanceAndAdjustmentsByThoseWhoMayNot() {
        adjust(10);
        var clerk = staff(Role.COMMUNITY_CLERK);
        assertThatThrownBy(() -> postings.post(clerk, id(), redemption(11)))
                .isInstanceOf(PointsRefused.Overdraft.class);
        assertThat(postings.post(clerk, id(), redemption(10)).points()).isEqualTo(10);
        assertThatThrownBy(() -> postings.post(clerk, id(), adjustment(Ids.next(), 5)))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> postings.post(OPERATOR, id(), adjustment(Ids.next(), 0)))
                .isInstanceOf(PointsRefused.BadNumber.class);
    }

    @Test
    void answersARepeatedPostingWithTheFirstAndRefusesAnotherUnderItsId() {
        var key = Ids.next();
        assertThat(postings.post(OPERATOR, id(), adjustment(key, 7)).outcome()).isEqualTo(Verdict.Outcome.POSTED);
        assertThat(postings.post(OPERATOR, id(), adjustment(key, 7)).outcome()).isEqualTo(Verdict.Outcome.DUPLICATE);
        assertThatThrownBy(() -> postings.post(OPERATOR, id(), adjustment(key, 8)))
                .isInstanceOf(PointsRefused.KeyReused.class);
        assertThat(points.audit(ref().community())).isEmpty();
    }

    @Test
    void handsOutOnlyThePostingsOfTheHouseholdsInThePlaceAskedFor() {
        adjust(40);
        var next = neighbour();
        postings.post(OPERATOR, next.ref().id(), adjustment(Ids.next(), 3));
        var building = home().path().andAbove().get(1);
        var leader = user(signedIn(person(Role.BUILDING_LEADER, building)));
        var ofBuilding = http.perform(get("/api/v1/exports/postings.csv").with(leader));
        assertThat(ofBuilding)
                .hasStatusOk()
                .bodyText()
                .contains(id().toString())
                .doesNotContain(next.ref().id().toString());
        var head = user(signedIn(staff(Role.COMMUNITY_HEAD)));
        var ofCommunity = http.perform(get("/api/v1/exports/postings.csv").with(head));
        assertThat(ofCommunity)
                .hasStatusOk()
                .bodyText()
                .contains(id().toString(), next.ref().id().toString());
    }

    @Test
    void readsAStatementPageByPageWithoutMissingALine() {
        for (var i = 1; i <= 7; i++) {
            adjust(i);
        }
        var member = member();
        var first = points.statement(member, id(), StatementFilter.ALL, 3, null);
        assertThat(first.items()).extracting(StatementLine::points).containsExactly(7L, 6L, 5L);
        assertThat(first.items()).extracting(StatementLine::balance).containsExactly(28L, 21L, 15L);
        var second =
                points.statement(member, id(), StatementFilter.ALL, 3, UUID.fromString(String.valueOf(first.next())));
        assertThat(second.items()).extracting(StatementLine::points).containsExactly(4L, 3L, 2L);
        var last =
                points.statement(member, id(), StatementFilter.ALL, 3, UUID.fromString(String.valueOf(second.next())));
        assertThat(last.items()).extracting(StatementLine::points).containsExactly(1L);
        assertThat(last.next()).isNull();
        var spent = new StatementFilter(PostingKind.REDEMPTION, null, null);
        assertThat(points.statement(member, id(), spent, 3, null).items()).isEmpty();
    }

    @Test
    void balancesToZeroForEverybodyToSee() {
        adjust(12);
        var sampled = http.get().uri("/api/v1/points/trial-balance").exchange();
        assertThat(sampled).hasStatusOk().bodyJson().extractingPath("$.sum").isEqualTo(0);
        var full = http.get().uri("/api/v1/points/trial-balance?checks=full").exchange();
        assertThat(full)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.checks[*].wrong")
                .asArray()
                .containsOnly(0);
    }

    @Test
    void servesProgramsWithATokenOfTheRightScope() {
        adjust(12);
        var steward = token(Role.STEWARD, "points:read");
        var account = http.perform(get("/api/v1/households/{id}/account", id()).header("Authorization", steward));
        assertThat(account).hasStatusOk().bodyJson().extractingPath("$.balance").isEqualTo(12);
        var statement =
                http.perform(get("/api/v1/households/{id}/statement", id()).header("Authorization", steward));
        assertThat(statement)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0].balance")
                .isEqualTo(12);
        var csv =
                http.perform(get("/api/v1/households/{id}/statement.csv", id()).header("Authorization", steward));
        assertThat(csv).hasStatusOk().bodyText().startsWith("\uFEFFposting,day,posted_at,kind,points,balance");
        var clerk = token(Role.COMMUNITY_CLERK, "points:write");
        var body = "{\"id\":\"%s\",\"kind\":\"REDEMPTION\",\"points\":100,\"note\":\"牙膏\"}".formatted(Ids.next());
        var refused = http.perform(post("/api/v1/households/{id}/postings", id())
                .header("Authorization", clerk)
                .contentType("application/json")
                .content(body));
        assertThat(refused).hasStatus(409).bodyText().contains("points-overdraft");
    }

    @Test
    void showsAMemberTheStatementPage() {
        adjust(33);
        var page = http.perform(get("/me/points").with(user(signedIn(member()))));
        assertThat(page).hasStatusOk().bodyText().contains("33", "人工调整", "测试");
        var csv = http.perform(get("/me/points.csv").with(user(signedIn(member()))));
        assertThat(csv).hasStatusOk().bodyText().contains("人工调整");
        var stranger = http.perform(get("/me/points").with(user(signedIn(staff(Role.STEWARD)))));
        assertThat(stranger).hasStatusOk().bodyText().contains("居委会");
    }

    @Test
    void showsTheLedgerAndItsRulesToTheCommunityHead() {
        var head = signedIn(staff(Role.COMMUNITY_HEAD));
        assertThat(http.perform(get("/work/points").with(user(head)))).hasStatusOk();
        assertThat(http.perform(get("/work/points.csv").with(user(head))))
                .hasStatusOk()
                .bodyText()
                .startsWith("\uFEFFmonth,issued");
        assertThat(http.perform(get("/work/points/rules").with(user(head))))
                .hasStatusOk()
                .bodyText()
                .contains("waste.kitchen")
                .doesNotContain("name=\"perUnit\"");
    }

    @Test
    void whoeverWorksInTwoCommunitiesChoosesWhoseLedgerItIs() {
        var one = community();
        settle();
        var other = community();
        var head = signedIn(accounts.actorOf(open(
                Set.of(new Grant(Role.COMMUNITY_HEAD, one.path()), new Grant(Role.COMMUNITY_HEAD, other.path())),
                Set.of())));
        for (var page :
                List.of("/work/points", "/work/points/campaigns", "/work/points/quarantines", "/work/points/gifts")) {
            for (var at : List.of(one, other)) {
                assertThat(http.perform(get(page).param("place", at.code()).with(user(head))))
                        .as(page)
                        .hasStatusOk()
                        .bodyText()
                        .contains("<option value=\"%s\" selected".formatted(at.code()))
                        .contains(one.name().zh(), other.name().zh());
            }
        }
        assertThat(http.perform(get("/work/points/campaigns")
                        .param("place", other.code())
                        .with(user(head))))
                .as("the form begins with the place chosen")
                .bodyText()
                .containsPattern("<input[^>]*name=\"place\"[^>]*value=\"%s\"".formatted(other.code()));
        settle();
        assertThat(http.perform(
                        get("/work/points").param("place", community().code()).with(user(head))))
                .hasStatus(403);
    }

    @Test
    void addsAVersionOfARuleOnlyFromADayThatHasNotBegun() {
        var operator = signedIn(person(Role.OPERATOR, PlacePath.NATION));
        var early = http.perform(post("/work/points/rules")
                .with(user(operator))
                .with(csrf())
                .param("code", "waste.hazardous")
                .param("perUnit", "0")
                .param("fixed", "6")
                .param("least", "0")
                .param("dailyCap", "12")
                .param("validFrom", "2020-01-01"));
        assertThat(early).hasStatus(422).bodyText().contains("value=\"6\"", "2020-01-01");
        var start = rewards.earliestStart().plusYears(5);
        rewards.add(OPERATOR, new NewRuleVersion("waste.hazardous", BigDecimal.ZERO, 6, 0, 12L, start));
        var kind = "waste.drop.hazardous";
        assertThat(rewards.inForce(kind, start.minusDays(1)))
                .extracting(RewardRule::fixed)
                .containsExactly(5L);
        assertThat(rewards.inForce(kind, start)).extracting(RewardRule::fixed).containsExactly(6L);
        assertThatThrownBy(() -> rewards.add(
                        staff(Role.COMMUNITY_HEAD),
                        new NewRuleVersion("waste.hazardous", BigDecimal.ONE, 6, 0, 12L, start)))
                .isInstanceOf(Refused.Forbidden.class);
    }

    @Test
    void opensTheFigureFromTheStreetToTheDay() {
        var figure = manifests.findFigure("points.issued").orElseThrow();
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var period = new Period(today.minusDays(30), today.plusDays(1));
        var community = places.getCommunity(ref().community());
        var street = new PlacePath(
                community.path().value().substring(0, community.path().value().lastIndexOf('/')));
        assertThat(figure.value(street, period).verified()).isZero();
        assertThat(figure.trail(street, period, null).steps())
                .extracting(step -> step.place())
                .containsExactly(community.path());
        assertThat(figure.trail(community.path(), new Period(today, today.plusDays(1)), null)
                        .records())
                .isEmpty();
        assertThatThrownBy(() -> figure.value(home().path(), period)).isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() -> figure.trail(community.path(), new Period(today, today.plusDays(1)), "no-id"))
                .isInstanceOf(Refused.NotFound.class);
    }

    private void adjust(long change) {
        postings.post(OPERATOR, id(), adjustment(Ids.next(), change));
    }

    private static ManualPosting adjustment(UUID key, long change) {
        return new ManualPosting(key, PostingKind.ADJUSTMENT, change, null, "测试");
    }

    private static ManualPosting redemption(long spent) {
        return new ManualPosting(Ids.next(), PostingKind.REDEMPTION, spent, null, "牙膏");
    }

    private Household home() {
        return Objects.requireNonNull(home);
    }

    /** A household in the next building of the same community. */
    private Household neighbour() {
        var code = places.getCommunity(ref().community()).code();
        var door = code + "-Q1-B02-0101";
        register.addPlaces(
                OPERATOR,
                ref().community(),
                List.of(
                        NewPlace.building(code + "-Q1-B02", new Names("2栋", "Building 2"), Origin.SYNTHETIC),
                        NewPlace.dwelling(door, new Names("0101", "0101"), Origin.SYNTHETIC)));
        return register.addHouseholds(
                        OPERATOR,
                        ref().community(),
                        List.of(new NewHousehold(Ids.next(), door, 2, SINCE, Origin.SYNTHETIC)))
                .getFirst();
    }

    private HouseholdRef ref() {
        return home().ref();
    }

    private Community community() {
        return places.getCommunity(ref().community());
    }

    private UUID id() {
        return ref().id();
    }

    private long looks() {
        return sql.sql(
                        "select count(*) from account.audit_entry where action = 'household.read' and detail = 'points' and subject = ?")
                .param(id().toString())
                .query(Long.class)
                .single();
    }

    private Actor staff(Role role) {
        return person(role, community().path());
    }

    private Actor person(Role role, PlacePath place) {
        return accounts.actorOf(open(Set.of(new Grant(role, place)), Set.of()));
    }

    private Actor member() {
        return accounts.actorOf(open(Set.of(), Set.of(ref())));
    }

    private String open(Set<Grant> grants, Set<HouseholdRef> households) {
        var name = "points-" + Ids.next().toString().substring(19);
        accounts.open(
                OPERATOR,
                List.of(new NewAccount(name, null, "甲", "bamboo-grove-7", grants, households, Origin.SYNTHETIC)));
        return name;
    }

    private String token(Role role, String scope) {
        var name = open(Set.of(new Grant(role, community().path())), Set.of());
        return "Bearer " + accounts.issueToken(OPERATOR, name, "test", Set.of(scope), Duration.ofDays(1));
    }

    private static SignedIn signedIn(Actor actor) {
        return new SignedIn("someone", "", true, actor);
    }
}
