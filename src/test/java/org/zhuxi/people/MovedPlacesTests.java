package org.zhuxi.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.activity.World;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Places;
import org.zhuxi.place.Register;
import org.zhuxi.place.internal.MovedPlaces;
import org.zhuxi.platform.privacy.PersonalColumns;
import org.zhuxi.platform.privacy.PersonalColumns.Sort;
import org.zhuxi.points.Campaign;
import org.zhuxi.points.Campaigns;
import org.zhuxi.points.NewCampaign;
import org.zhuxi.testing.ZhuxiTest;

/** What is kept by the path of a place follows when the place comes to another parent. */
@ZhuxiTest
class MovedPlacesTests {

    private static final Actor OPERATOR = World.person("operator", Role.OPERATOR, PlacePath.NATION);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final Register register;
    private final Places places;
    private final Accounts accounts;
    private final Campaigns campaigns;
    private final MovedPlaces moved;
    private final PersonalColumns columns;
    private final JdbcClient jdbc;
    private World world;
    private World heir;

    MovedPlacesTests(
            Register register,
            Places places,
            Accounts accounts,
            Campaigns campaigns,
            MovedPlaces moved,
            PersonalColumns columns,
            JdbcClient jdbc) {
        this.register = register;
        this.places = places;
        this.accounts = accounts;
        this.campaigns = campaigns;
        this.moved = moved;
        this.columns = columns;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void settle() {
        world = World.create(register, 1);
        heir = World.create(register, 1);
        moved.follow();
    }

    @Test
    void rolesFollowTheirCommunityAndWhatIsInIt() {
        var building = world.path().child("Q1").child("B01");
        var head = open(new Grant(Role.COMMUNITY_HEAD, world.path()), new Grant(Role.BUILDING_LEADER, building));
        var officer = open(new Grant(Role.STREET_OFFICER, street(world)));

        merge(TODAY);

        assertThat(moved.follow()).isPositive();
        assertThat(accounts.actorOf(head).grants())
                .containsExactlyInAnyOrder(
                        new Grant(Role.COMMUNITY_HEAD, now()),
                        new Grant(Role.BUILDING_LEADER, now().child("Q1").child("B01")));
        assertThat(accounts.actorOf(officer).grants())
                .as("whom the new street employs is for people to say")
                .containsExactly(new Grant(Role.STREET_OFFICER, street(world)));
        assertThat(moved.follow()).as("once").isZero();
    }

    @Test
    void whoeverHasTheRoleThereAlreadyKeepsOne() {
        var head = open(new Grant(Role.COMMUNITY_HEAD, world.path()));
        merge(TODAY);
        accounts.grant(OPERATOR, head, new Grant(Role.COMMUNITY_HEAD, now()), null, null);

        moved.follow();

        assertThat(accounts.actorOf(head).grants()).containsExactly(new Grant(Role.COMMUNITY_HEAD, now()));
    }

    @Test
    void nothingFollowsBeforeItsDay() {
        var head = open(new Grant(Role.COMMUNITY_HEAD, world.path()));
        merge(TODAY.plusDays(1));

        moved.follow();

        assertThat(accounts.actorOf(head).grants()).containsExactly(new Grant(Role.COMMUNITY_HEAD, world.path()));
    }

    @Test
    void aCampaignIsFoundWhereItsCommunityLiesNow() {
        var wish = new NewCampaign(
                Ids.next(),
                world.code(),
                new Names("秋季厨余", "Autumn"),
                Set.of("waste.drop.kitchen"),
                100,
                0,
                TODAY,
                TODAY.plusDays(7),
                1_000,
                Origin.SYNTHETIC);
        campaigns.plan(world.person(Role.COMMUNITY_HEAD), wish);
        merge(TODAY);

        moved.follow();

        assertThat(campaigns.runningAt(now())).extracting(Campaign::place).contains(now());
    }

    @Test
    void everyColumnWithAPathSaysWhetherItFollows() {
        var named = jdbc.sql("""
                        select table_schema || '.' || table_name || '.' || column_name
                        from information_schema.columns
                        where (column_name = 'path' or column_name like '%\\_path') and data_type = 'text'
                          and table_schema in (:schemas)
                          and (table_schema, table_name) in (
                              select schemaname, tablename from pg_tables)
                        """)
                .param("schemas", columns.schemas())
                .query(String.class)
                .set();
        var declared = columns.tables().stream()
                .flatMap(table -> table.columns().entrySet().stream()
                        .filter(column -> Set.of(Sort.PATH, Sort.LIVE_PATH).contains(column.getValue()))
                        .map(column -> table.name() + "." + column.getKey()))
                .collect(Collectors.toSet());

        assertThat(declared).containsAll(named).hasSizeGreaterThan(60);
    }

    private void merge(LocalDate on) {
        register.mergeDivisions(
                OPERATOR,
                List.of(world.code().substring(0, 9) + "000"),
                heir.code().substring(0, 9) + "000",
                on);
    }

    private PlacePath now() {
        return places.getCommunity(world.community()).path();
    }

    private static PlacePath street(World world) {
        return world.path().andAbove().get(1);
    }

    private String open(Grant... grants) {
        var name = "moved-" + Ids.next().toString().substring(19);
        accounts.open(
                OPERATOR,
                List.of(new NewAccount(name, null, "甲", "bamboo-grove-7", Set.of(grants), Set.of(), Origin.SYNTHETIC)));
        return name;
    }
}
