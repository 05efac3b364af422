package org.zhuxi.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.testing.Owner;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Ballots from the phone, on paper and with help; counted once, and again by everybody. */
@ZhuxiTest
@Import(World.class)
class BallotTests {

    private final Decisions decisions;
    private final Ballots ballots;
    private final Counts counts;
    private final Rolls rolls;
    private final JdbcClient jdbc;
    private final JdbcClient owner;
    private final Votes votes;
    private final World.Made made;
    private final Actor clerk;
    private final Actor head;
    private final Actor resident;

    BallotTests(
            Decisions decisions,
            Ballots ballots,
            Counts counts,
            Rolls rolls,
            JdbcClient jdbc,
            FlywayConnectionDetails owner,
            World world,
            Accounts accounts) {
        this.decisions = decisions;
        this.ballots = ballots;
        this.counts = counts;
        this.rolls = rolls;
        this.jdbc = jdbc;
        this.owner = Owner.of(owner);
        this.votes = new Votes(decisions, jdbc);
        made = world.make(6);
        clerk = accounts.actorOf(made.username("clerk"));
        head = accounts.actorOf(made.username("head"));
        resident = accounts.actorOf(made.username("resident"));
    }

    private Actor memberOf(HouseholdRef household) {
        return new Actor(Ids.next(), "member", java.util.Set.of(), java.util.Set.of(household), null);
    }

    private Entitlement rightOf(Decision decision, HouseholdRef household) {
        return votes.rights(clerk, decision).stream()
                .filter(it -> household.id().equals(it.household()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsTheLastBallotOfAHouseholdAndProvesItWithTheReceipt() {
        var decision = votes.open(clerk, made.communityCode(), DecisionKind.ASSEMBLY);
        var right = rightOf(decision, made.households().getFirst()).id();
        var id = Ids.next();
        var first = ballots.cast(resident, decision.id(), right, id, "NO");
        assertThat(ballots.cast(resident, decision.id(), right, id, "NO").code())
                .isEqualTo(first.code());
        var second = ballots.cast(resident, decision.id(), right, Ids.next(), "YES");
        assertThat(second.number()).isEqualTo(2);
        assertThat(ballots.check(decision.id(), first.code())).isEqualTo(Ballots.ReceiptState.REPLACED);
        assertThat(ballots.check(
                        decision.id(),
                        second.code().toLowerCase(java.util.Locale.ROOT).replace('-', ' ')))
                .isEqualTo(Ballots.ReceiptState.IN_THE_BOX);
        for (var household : made.households().subList(1, 4)) {
            ballots.cast(
                    memberOf(household),
                    decision.id(),
                    rightOf(decision, household).id(),
                    Ids.next(),
                    "YES");
        }
        assertThat(counts.find(decision)).isEmpty();
        assertThatThrownBy(() -> counts.count(clerk, decision.id())).isInstanceOf(GovernanceRefused.WrongPhase.class);

        votes.close(decision.id());
        var result = counts.count(clerk, decision.id());

        assertThat(result.adopted()).isTrue();
        assertThat(result.ballots()).isEqualTo(4);
        assertThat(counts.recount(file(decision))).isEqualTo(result.outcome());
        assertThat(ballots.check(decision.id(), second.code())).isEqualTo(Ballots.ReceiptState.COUNTED);
        assertThatThrownBy(() -> ballots.check(decision.id(), first.code()))
                .isInstanceOf(GovernanceRefused.NoSuchReceipt.class);
        assertThatThrownBy(() -> ballots.check(decision.id(), "ABCD-EFGH-JKLM-NPQR"))
                .isInstanceOf(GovernanceRefused.NoSuchReceipt.class);
        assertThat(jdbc.sql("select count(choice) from governance.ballot where decision_id = :id")
                        .param("id", decision.id())
                        .query(Integer.class)
                        .single())
                .as("nobody can tell who chose what")
                .isZero();
    }

    private String file(Decision decision) {
        return new String(counts.file(decision.id()), StandardCharsets.UTF_8);
    }

    @Test
    void refusesBallotsOfOthersAfterTheHourAndOfNoChoice() {
        var decision = votes.open(clerk, made.communityCode(), DecisionKind.ASSEMBLY);
        var other = rightOf(decision, made.households().get(1)).id();
        var own = rightOf(decision, made.households().getFirst()).id();
        assertThatThrownBy(() -> ballots.cast(resident, decision.id(), other, Ids.next(), "YES"))
                .isInstanceOf(GovernanceRefused.NotEntitled.class);
        assertThatThrownBy(() -> ballots.cast(resident, decision.id(), own, Ids.next(), "MAYBE"))
                .isInstanceOf(GovernanceRefused.BadChoice.class);
        assertThatThrownBy(() -> ballots.enter(resident, decision.id(), own, "YES"))
                .isInstanceOf(Refused.Forbidden.class);
        votes.close(decision.id());
        assertThatThrownBy(() -> ballots.cast(resident, decision.id(), own, Ids.next(), "YES"))
                .isInstanceOf(GovernanceRefused.Closed.class);
        assertThat(decisions.turnout(decision).voted()).isZero();
    }

    @Test
    void takesPaperWhenTwoPeopleReadTheSame() {
        var decision = votes.open(clerk, made.communityCode(), DecisionKind.ASSEMBLY);
        var right = votes.rights(clerk, decision).getFirst().id();
        assertThat(ballots.enter(clerk, decision.id(), right, "YES")).isFalse();
        assertThat(ballots.enter(clerk, decision.id(), right, "YES")).isFalse();
        assertThat(ballots.enter(head, decision.id(), right, "NO")).isFalse();
        assertThat(ballots.waiting(clerk, decision.id())).containsExactly(right);
        assertThat(decisions.turnout(decision).voted()).isZero();
        assertThat(ballots.enter(head, decision.id(), right, "YES")).isTrue();
        assertThat(decisions.turnout(decision).onPaper()).isEqualTo(1);
        assertThat(ballots.waiting(clerk, decision.id())).isEmpty();
        var helped = ballots.assist(
                head, decision.id(), votes.rights(clerk, decision).get(1).id(), Ids.next(), "NO", "没有手机，本人口述");
        assertThat(ballots.check(decision.id(), helped.code())).isEqualTo(Ballots.ReceiptState.IN_THE_BOX);
    }

    @Test
    void countsOwnersByHeadsAndAreaWithOneBallotForSeveralUnits() {
        var rows = made.dwellings().get(0) + ",90.00,A\n" + made.dwellings().get(1) + ",110.5,A,SURVEY\n"
                + made.dwellings().get(2) + ",80,B\n" + made.dwellings().get(3) + ",80,C\n"
                + made.dwellings().get(4) + ",80,UNSOLD\n" + made.dwellings().get(5) + ",70,UNSOLD";
        assertThat(rolls.enter(clerk, made.communityCode(), rows)).isEqualTo(6);
        assertThatThrownBy(() -> rolls.enter(
                        clerk, made.communityCode(), made.dwellings().getFirst() + ",x,A"))
                .isInstanceOf(GovernanceRefused.BadRows.class);
        var decision = votes.open(clerk, made.communityCode(), DecisionKind.OWNERS);
        var rights = votes.rights(clerk, decision);
        assertThat(rights).hasSize(4);
        assertThat(rights.stream().mapToLong(Entitlement::areaCentiM2).sum()).isEqualTo(51_050);
        var big = rightOf(decision, made.households().getFirst());
        assertThat(big.areaCentiM2()).isEqualTo(20_050);
        ballots.cast(resident, decision.id(), big.id(), Ids.next(), "YES");
        for (var right : rights) {
            if (right.areaCentiM2() == 8_000) {
                ballots.official(clerk, decision.id(), right.id(), Ids.next(), "YES");
            }
        }
        votes.close(decision.id());
        var result = counts.count(clerk, decision.id());
        assertThat(result.adopted()).isTrue();
        assertThat(result.outcome()).contains("\"partHeads\":3", "\"partArea\":36050", "\"totalArea\":51050");
        assertThat(counts.recount(file(decision))).isEqualTo(result.outcome());
    }

    @Test
    void givesOutABudgetAndWritesItForPabulib() {
        var decision = votes.open(clerk, made.communityCode(), DecisionKind.BUDGET);
        var said = List.of("1,3", "1", "1,3", "2,3", "2", "");
        var rights = votes.rights(clerk, decision);
        for (var i = 0; i < 6; i++) {
            ballots.official(clerk, decision.id(), rights.get(i).id(), Ids.next(), said.get(i));
        }
        assertThatThrownBy(() ->
                        ballots.official(clerk, decision.id(), rights.getFirst().id(), Ids.next(), "1,1"))
                .isInstanceOf(GovernanceRefused.BadChoice.class);
        assertThatThrownBy(() ->
                        ballots.official(clerk, decision.id(), rights.getFirst().id(), Ids.next(), "9"))
                .isInstanceOf(GovernanceRefused.BadChoice.class);
        votes.close(decision.id());
        var result = counts.count(clerk, decision.id());
        assertThat(result.outcome()).contains("\"how\":\"SHARES\"");
        assertThat(counts.recount(file(decision))).isEqualTo(result.outcome());
        assertThat(counts.pabulib(decision.id())).contains("vote_type;approval", "num_votes;6", "1;600;3;3;雨水花园;1");
    }

    @Test
    void strikesARightWithItsBallotAndAnnulsWithTheReason() {
        var decision = votes.open(clerk, made.communityCode(), DecisionKind.POLL);
        var rights = votes.rights(clerk, decision);
        rights.forEach(it -> ballots.official(clerk, decision.id(), it.id(), Ids.next(), "1"));
        decisions.strike(clerk, decision.id(), rights.getFirst().id(), "已搬走");
        votes.close(decision.id());
        var result = counts.count(clerk, decision.id());
        assertThat(result.entitled()).isEqualTo(5);
        assertThat(result.ballots()).isEqualTo(5);
        assertThat(decisions.annul(clerk, decision.id(), "问题写错").annulledReason())
                .isEqualTo("问题写错");
        assertThat(counts.find(decision)).contains(result);
    }

    @Test
    void countsInTheOrderOfReceiptsAndKeepsNoReadingOfPaper() {
        var decision = votes.open(clerk, made.communityCode(), DecisionKind.ASSEMBLY);
        var rights = votes.rights(clerk, decision);
        rights.forEach(it -> ballots.official(clerk, decision.id(), it.id(), Ids.next(), "NO"));
        ballots.enter(clerk, decision.id(), rights.getFirst().id(), "YES");
        votes.close(decision.id());
        counts.count(clerk, decision.id());

        assertThat(jdbc.sql("select receipt_hash from governance.counted_ballot where decision_id = :id order by ctid")
                        .param("id", decision.id())
                        .query(String.class)
                        .list())
                .as("not that of the rights, which would tell whose they are")
                .hasSize(6)
                .isSorted();
        assertThat(kept(decision)).isEqualTo(new Kept(0, 0, true));
    }

    @Test
    void forgetsWhatWasChosenInASecretVoteThatIsAnnulledBeforeTheCount() {
        var decision = votes.open(clerk, made.communityCode(), DecisionKind.POLL);
        var rights = votes.rights(clerk, decision);
        ballots.official(clerk, decision.id(), rights.getFirst().id(), Ids.next(), "1");
        ballots.enter(clerk, decision.id(), rights.getLast().id(), "2");
        assertThat(kept(decision)).isEqualTo(new Kept(1, 1, false));
        decisions.annul(clerk, decision.id(), "问题写错");

        assertThat(kept(decision)).isEqualTo(new Kept(0, 0, true));
        assertThat(decisions.turnout(decision).voted()).isEqualTo(1);
    }

    /** What still leads from a right to a choice. */
    record Kept(int choices, int readings, boolean saltless) {}

    private Kept kept(Decision decision) {
        return jdbc.sql("""
                        select (select count(choice) from governance.ballot where decision_id = d.id) as choices,
                            (select count(*) from governance.paper_entry where decision_id = d.id) as readings,
                            salt = decode(repeat('00', 32), 'hex') as saltless
                        from governance.decision d
                        where id = :id
                        """).param("id", decision.id()).query(Kept.class).single();
    }

    @Test
    void forgetsWhatEarlierVotesKeptToo() throws IOException {
        var counted = votes.open(clerk, made.communityCode(), DecisionKind.ASSEMBLY);
        var annulled = votes.open(clerk, made.communityCode(), DecisionKind.POLL);
        var open = votes.open(clerk, made.communityCode(), DecisionKind.POLL);
        for (var decision : List.of(counted, annulled, open)) {
            var rights = votes.rights(clerk, decision);
            var choice = decision.kind() == DecisionKind.POLL ? "1" : "YES";
            rights.forEach(it -> ballots.official(clerk, decision.id(), it.id(), Ids.next(), choice));
            ballots.enter(clerk, decision.id(), rights.getFirst().id(), choice);
        }
        jdbc.sql("update governance.decision set counted_at = now() where id = :id")
                .param("id", counted.id())
                .update();
        jdbc.sql("update governance.decision set annulled_at = now(), annulled_reason = '试' where id = :id")
                .param("id", annulled.id())
                .update();
        owner.sql(new ClassPathResource("db/migration/governance/V16__secret_for_good.sql")
                        .getContentAsString(StandardCharsets.UTF_8))
                .update();

        assertThat(kept(counted).readings()).isZero();
        assertThat(kept(annulled)).isEqualTo(new Kept(0, 0, true));
        assertThat(kept(open)).as("still open").isEqualTo(new Kept(6, 1, false));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void countsNobodyTwiceWhateverComesInWhateverOrder(long seed) {
        var random = new Random(seed);
        var decision = votes.open(clerk, made.communityCode(), DecisionKind.ASSEMBLY);
        var rights = votes.rights(clerk, decision);
        var expected = new HashMap<UUID, String>();
        var struck = new java.util.HashSet<UUID>();
        var read = new HashMap<UUID, Map<Actor, String>>();
        var used = new HashMap<UUID, UUID>();
        var on = new HashMap<UUID, String>();
        for (var i = 0; i < 60; i++) {
            var right = rights.get(random.nextInt(rights.size())).id();
            var choice = List.of("YES", "NO", "ABSTAIN").get(random.nextInt(3));
            if (struck.contains(right)) {
                assertThatThrownBy(() -> ballots.official(clerk, decision.id(), right, Ids.next(), choice))
                        .isInstanceOf(GovernanceRefused.NotEntitled.class);
                continue;
            }
            switch (random.nextInt(5)) {
                case 0 -> {
                    var id = Ids.next();
                    ballots.official(clerk, decision.id(), right, id, choice);
                    used.put(id, right);
                    on.put(id, choice);
                    expected.put(right, choice);
                }
                case 1 ->
                    used.forEach((id, of) -> {
                        if (!struck.contains(of)) {
                            ballots.official(clerk, decision.id(), of, id, on.getOrDefault(id, ""));
                        }
                    });
                case 2, 3 -> {
                    var teller = random.nextBoolean() ? clerk : head;
                    var entries = read.computeIfAbsent(right, any -> new HashMap<>());
                    entries.put(teller, choice);
                    var agree = entries.values().stream().filter(choice::equals).count() == 2;
                    assertThat(ballots.enter(teller, decision.id(), right, choice))
                            .isEqualTo(agree);
                    if (agree) {
                        entries.clear();
                        expected.put(right, choice);
                    }
                }
                default -> {
                    if (struck.size() < 2 && random.nextInt(4) == 0) {
                        decisions.strike(clerk, decision.id(), right, "试");
                        struck.add(right);
                        expected.remove(right);
                    }
                }
            }
        }
        votes.close(decision.id());
        var result = counts.count(clerk, decision.id());
        var said = expected.values().stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        assertThat(result.entitled()).isEqualTo(rights.size() - struck.size());
        assertThat(result.ballots()).isEqualTo(expected.size());
        assertThat(result.outcome())
                .contains("\"yes\":" + said.getOrDefault("YES", 0L), "\"no\":" + said.getOrDefault("NO", 0L));
        assertThatThrownBy(() ->
                        ballots.official(clerk, decision.id(), rights.getLast().id(), Ids.next(), "NO"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        ballots.enter(clerk, decision.id(), rights.getLast().id(), "NO"))
                .isInstanceOf(Refused.class);
        assertThat(counts.count(clerk, decision.id())).isEqualTo(result);
        assertThat(counts.recount(file(decision))).isEqualTo(result.outcome());
    }
}
