package org.zhuxi.points.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Community;
import org.zhuxi.place.Household;
import org.zhuxi.platform.database.GroupCommit;
import org.zhuxi.points.Verdict;
import org.zhuxi.testing.TestPostgres;
import org.zhuxi.transparency.Journal;

/** The ledger on a real database, put together by hand: it starts in a second and its clock can be set. */
final class TestLedger {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger COMMUNITIES = new AtomicInteger(1_000);

    private final DataSource source;
    private final Clock clock;

    private TestLedger(DataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** One database for all tests; each takes its own community. */
    static TestLedger shared() {
        return new TestLedger(Shared.SOURCE, at("2026-03-15T08:00:00Z"));
    }

    TestLedger at(Instant moment) {
        return new TestLedger(source, Clock.fixed(moment, ZoneOffset.UTC));
    }

    private static Clock at(String moment) {
        return Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
    }

    static CommunityId anyCommunity() {
        return new CommunityId(COMMUNITIES.incrementAndGet());
    }

    static HouseholdRef anyHousehold() {
        return new HouseholdRef(anyCommunity(), Ids.next());
    }

    static MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    DataSource source() {
        return source;
    }

    Clock clock() {
        return clock;
    }

    JdbcClient sql() {
        return JdbcClient.create(source);
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    LedgerBatch batch() {
        var template = new JdbcTemplate(source);
        return new LedgerBatch(
                new AccountOpening(template, new JdbcTransactionManager(source)),
                new LedgerReader(template),
                new LedgerWriter(template, source, Journal.NONE, new LedgerMeters(meters())),
                new OneZone(),
                clock);
    }

    HoldLedger holds() {
        return new HoldLedger(sql(), batch(), new OneZone(), clock);
    }

    Withholding withholding(RuleBook rules) {
        return new Withholding(new QuarantineStore(sql()), holds(), batch(), new EarnedPoints(sql()), rewardIds(rules));
    }

    RewardIds rewardIds(RuleBook rules) {
        var store = new CampaignStore(sql());
        return new RewardIds(rules, store, new CampaignBook(store, clock));
    }

    Bonuses bonuses() {
        var store = new CampaignStore(sql());
        return new Bonuses(new CampaignBook(store, clock), store, batch(), clock);
    }

    LedgerAudit audit() {
        return new LedgerAudit(sql());
    }

    GroupCommit<Order, Verdict> groupCommit(String name) {
        var settings = new GroupCommit.Settings(name, 2, 2_000, 100_000, Duration.ofSeconds(20));
        return new GroupCommit<>(settings, transactions(), meters(), batch()::post);
    }

    List<Verdict> post(Order... orders) {
        return post(List.of(orders));
    }

    List<Verdict> post(List<Order> orders) {
        var batch = batch();
        return Objects.requireNonNull(transactions().execute(status -> batch.post(orders)));
    }

    long balance(HouseholdRef household) {
        return sql().sql("select credits - debits from points.account where community_id = ? and id = ?")
                .param(household.community().value())
                .param(household.id())
                .query(Long.class)
                .single();
    }

    long postings(HouseholdRef household) {
        return sql().sql("select count(*) from points.posting where community_id = ? and (debit = ? or credit = ?)")
                .param(household.community().value())
                .param(household.id())
                .param(household.id())
                .query(Long.class)
                .single();
    }

    private static final class Shared {

        private static final DataSource SOURCE = open();

        private static DataSource open() {
            var pool = new com.zaxxer.hikari.HikariDataSource();
            pool.setJdbcUrl(TestPostgres.freshDatabase());
            pool.setUsername("postgres");
            pool.setMaximumPoolSize(10);
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration/points")
                    .load()
                    .migrate();
            return pool;
        }
    }

    /** Every community lies in Shanghai's time; nothing else is known about places. */
    static final class OneZone implements Communities {

        @Override
        public ZoneId zoneOf(CommunityId community) {
            return ZONE;
        }

        @Override
        public Map<UUID, CommunityId> communitiesOfHouseholds(Collection<UUID> ids) {
            return Map.of();
        }

        @Override
        public Map<UUID, Household> findHouseholds(Collection<HouseholdRef> households) {
            return Map.of();
        }

        @Override
        public Community getCommunity(CommunityId community) {
            throw new IllegalArgumentException("Not known: " + community);
        }

        @Override
        public List<Community> communitiesAt(PlacePath path) {
            return List.of();
        }
    }
}
