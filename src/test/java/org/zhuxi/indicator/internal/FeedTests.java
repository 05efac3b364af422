package org.zhuxi.indicator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Year;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.activity.World;
import org.zhuxi.indicator.MeasureEntries;
import org.zhuxi.indicator.NewMeasureEntry;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Register;
import org.zhuxi.testing.Owner;
import org.zhuxi.testing.ZhuxiTest;

/** What other modules keep becomes values of places; what they do not know may be entered by hand. */
@ZhuxiTest
class FeedTests {

    private static final String MEASURE = "assessment.attained";
    private static final ReportPeriod YEAR = ReportPeriod.of(Year.of(2025));

    private final JdbcClient owner;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Register register;
    private final MeasureEntries entries;
    private final DefinitionBook book;
    private final LeafStore leaves;
    private final EvidenceStore evidence;

    FeedTests(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Register register,
            MeasureEntries entries,
            DefinitionBook book,
            FlywayConnectionDetails owner) {
        this.owner = Owner.of(owner);
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.register = register;
        this.entries = entries;
        this.book = book;
        var feeds = new Feeds(List.of(() -> "feedtest.v_kept"));
        this.leaves = new LeafStore(jdbc, book, feeds);
        this.evidence = new EvidenceStore(jdbc, feeds);
    }

    @Test
    void rowsOfAViewAreReckonedAndOpened() {
        inAViewThatIsForgotten(world -> {
            keep(world, "first", "1", true);
            keep(world, "second", "0", true);
            keep(world, "third", "1", false);

            var changes = refresh(world);

            assertThat(changes).hasSize(1);
            assertThat(changes.getFirst().path()).isEqualTo(world.path());
            assertThat(changes.getFirst().by().verified()).isEqualByComparingTo(BigDecimal.ONE);
            assertThat(changes.getFirst().by().records()).isEqualTo(2);
            assertThat(changes.getFirst().by().waiting()).isEqualTo(1);
            assertThat(evidence.kept(MEASURE, world.code(), YEAR, 10))
                    .extracting(EvidenceStore.Kept::subject, EvidenceStore.Kept::link)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("first", "/kept/first"),
                            org.assertj.core.groups.Tuple.tuple("second", "/kept/second"));
        });
    }

    @Test
    void theHashOfALeafFollowsWhatIsKept() {
        inAViewThatIsForgotten(world -> {
            keep(world, "first", "1", true);
            refresh(world);
            var before = content(world);

            jdbc.sql("update feedtest.kept set mark = 'second look'").update();

            assertThat(content(world)).isNotEqualTo(before);
        });
    }

    @Test
    void anEntryCountsOnlyWhereNothingIsKept() {
        inAViewThatIsForgotten(world -> {
            var entry = entries.enter(
                    world.person(Role.COMMUNITY_CLERK),
                    Ids.next(),
                    new NewMeasureEntry(world.code(), MEASURE, YEAR.code(), "1", null, "paper of 2025"),
                    Origin.RECORDED);
            entries.verify(world.person(Role.VERIFIER), entry.id());

            assertThat(verified(refresh(world))).isEqualByComparingTo(BigDecimal.ONE);

            keep(world, "first", "0", true);

            assertThat(verified(refresh(world))).isEqualByComparingTo(BigDecimal.ONE.negate());
        });
    }

    @Test
    void aViewHasANameAndNothingElse() {
        assertThatThrownBy(() -> new Feeds(List.of(() -> "x.v_a; drop table x")))
                .isInstanceOf(IllegalStateException.class);
    }

    @BeforeEach
    void createView() {
        owner.sql("""
                create schema feedtest;
                create table feedtest.kept (community_id integer, place text, subject text, value numeric, verified boolean,
                    mark text);
                create view feedtest.v_kept as
                select community_id, place, 'assessment.attained' as measure, '2025' as period, subject, subject as label_zh,
                    subject as label_en, '/kept/' || subject as link, value, verified, 0::bigint as cell, mark
                from feedtest.kept;
                grant usage on schema feedtest to public;
                grant select, insert, update, delete on all tables in schema feedtest to public
                """).update();
    }

    @AfterEach
    void dropView() {
        owner.sql("drop schema feedtest cascade").update();
    }

    /** The community stays, for places are cached; what is kept and reckoned is rolled back. */
    private void inAViewThatIsForgotten(Consumer<World> test) {
        var world = World.create(register, 1);
        transactions.executeWithoutResult(status -> {
            test.accept(world);
            status.setRollbackOnly();
        });
    }

    private List<LeafStore.Change> refresh(World world) {
        return leaves.refresh(List.of(new LeafStore.Asked(world.community().value(), "", YEAR, "")), true);
    }

    private static BigDecimal verified(List<LeafStore.Change> changes) {
        return changes.stream().map(change -> change.by().verified()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String content(World world) {
        return evidence.leaves(book.measure(MEASURE), world.path(), YEAR, List.of())
                .getFirst()
                .content();
    }

    private void keep(World world, String subject, String value, boolean verified) {
        jdbc.sql("insert into feedtest.kept values (:community, :place, :subject, :value, :verified, '')")
                .param("community", world.community().value())
                .param("place", world.code())
                .param("subject", subject)
                .param("value", new BigDecimal(value))
                .param("verified", verified)
                .update();
    }
}
