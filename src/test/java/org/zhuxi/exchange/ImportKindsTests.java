package org.zhuxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.AccountRefused;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.SignIns;
import org.zhuxi.kernel.Actor;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableFormat;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.StationView;
import org.zhuxi.waste.Stations;

/** Each kind of table that is taken in: tried, taken, sent again, taken back. */
@ZhuxiTest
@Import(World.class)
class ImportKindsTests {

    private final Imports imports;
    private final Exports exports;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Places places;
    private final Stations stations;
    private final JdbcClient jdbc;
    private final World.Made world;
    private final Actor head;

    ImportKindsTests(
            Imports imports,
            Exports exports,
            Accounts accounts,
            SignIns signIns,
            Places places,
            Stations stations,
            JdbcClient jdbc,
            World worlds) {
        this.imports = imports;
        this.exports = exports;
        this.accounts = accounts;
        this.signIns = signIns;
        this.places = places;
        this.stations = stations;
        this.jdbc = jdbc;
        this.world = worlds.make(2);
        this.head = accounts.actorOf(world.username("head"));
    }

    @Test
    void makesBuildingsAndDwellingsWithTheQuartersAboveThem() throws Exception {
        var code = world.communityCode();
        var text = """
                社区代码,quarter,quarter_name,building,building_name,dwelling,dwelling_name
                %1$s,Q7,七区,b01,1栋,0101,101
                %1$s,Q7,七区,B01,1栋,0102,102
                %1$s,,,B99,99栋,,
                %1$s,Q7,七区,B 2,2栋,,
                %1$s,,,S,站,,
                000,,,B1,,,
                """.formatted(code);
        var job = taken("premises", text);

        assertThat(job.creates()).isEqualTo(3);
        assertThat(imports.problems(head, job.id(), 10, null).items())
                .extracting(RowProblem::line, RowProblem::slug)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(5L, "place-segment"),
                        org.assertj.core.groups.Tuple.tuple(6L, "place-segment"),
                        org.assertj.core.groups.Tuple.tuple(7L, "exchange-unknown"));
        assertThat(places.findByCode(code + "-Q7-B01-0102").orElseThrow().kind())
                .isEqualTo(PlaceKind.DWELLING);
        assertThat(places.findByCode(code + "-Q7").orElseThrow().name().zh()).isEqualTo("七区");
        assertThat(places.findByCode(code + "-B99").orElseThrow().kind()).isEqualTo(PlaceKind.BUILDING);
        assertThat(uploaded("premises", text + "\n").sames()).isEqualTo(3);
        assertThatThrownBy(() -> imports.undo(head, job.id())).isInstanceOf(ExchangeRefused.NothingToUndo.class);
    }

    @Test
    void refusesAStationWhoseNoteIsTooLongAndTakesTheOthers() throws Exception {
        var job = taken("stations", """
                community,name,accepted,note
                %1$s,话多投放点,kitchen,%2$s
                %1$s,话少投放点,kitchen,门卫有钥匙
                """.formatted(world.communityCode(), "长".repeat(501)));

        assertThat(job.state()).isEqualTo(ImportJob.State.DONE);
        assertThat(job.creates()).isEqualTo(1);
        assertThat(imports.problems(head, job.id(), 10, null).items())
                .extracting(RowProblem::column, RowProblem::slug)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("note", "words-too-long"));
        assertThat(station("话少投放点").station().site().name().zh()).isEqualTo("话少投放点");
    }

    @Test
    void makesStationsWithTheirWindowsAndChangesTheWindowsOfThoseThatAreThere() throws Exception {
        var code = world.communityCode();
        var job = taken("stations", """
                community,name,accepted,weighs,latitude,longitude,windows
                %1$s,南门投放点,"厨余垃圾、recyclable",是,32.4,119.4,"1-5 07:00-09:00; 6,7 08:00-10:00"
                %1$s,坏一,foo,是,,,
                %1$s,坏二,kitchen,maybe,,,
                %1$s,坏三,kitchen,,91,119,
                %1$s,坏四,kitchen,,32,,
                %1$s,坏五,kitchen,,,,7-9
                """.formatted(code));

        assertThat(job.creates()).isEqualTo(1);
        assertThat(imports.problems(head, job.id(), 10, null).items())
                .extracting(RowProblem::slug)
                .containsExactly(
                        "station-classes",
                        "exchange-yes-no",
                        "station-location",
                        "station-location",
                        "station-windows-cell");
        var station = station("南门投放点");
        assertThat(station.station().weighs()).isTrue();
        assertThat(station.station().accepted()).hasSize(2);
        assertThat(station.hours().timetables().getLast().windows()).hasSize(2);

        var again = exported("stations");
        assertThat(again).contains("1,2,3,4,5 07:00-09:00; 6,7 08:00-10:00");
        assertThat(uploaded("stations", again).sames()).isEqualTo(1);
        var changed = taken("stations", again.replace("07:00-09:00", "06:30-09:00"));
        assertThat(changed.changes()).isEqualTo(1);
        assertThat(station("南门投放点").hours().timetables().getLast().windows())
                .anyMatch(window -> window.from().equals("06:30"));
    }

    @Test
    void aCodeForTheFirstSignInThatAnEarlierVersionGaveIsStillGood() throws Exception {
        var name = "eu-" + world.communityCode();
        var job = taken(
                "accounts", "username,name,role,place,household\n%s,欧,居民,%s,\n".formatted(name, world.communityCode()));
        imports.handOut(head, job.id(), row -> {});
        jdbc.sql("update account.first_sign_in set code_hash = sha256('7K2M4QXR9TZC') where account_id = :account")
                .param("account", accounts.actorOf(name).account())
                .update();

        assertThatThrownBy(() -> signIns.resetPassword(name, "7K2M-4QXR-9TZD", World.PASSWORD, "127.0.0.1"))
                .hasMessageContaining("code");
        signIns.resetPassword(name, "7K2M-4QXR-9TZC", World.PASSWORD, "127.0.0.1");
    }

    @Test
    void opensAccountsWhoseOwnersChooseAPasswordWithACode() throws Exception {
        var code = world.communityCode();
        var text = """
                username,name,role,place,household
                an-%1$s,安,居民,%1$s,%2$s
                bo-%1$s,博,RESIDENT,%1$s,
                xx,短名,RESIDENT,%1$s,
                cy-%1$s,城,Zauberer,%1$s,
                dy-%1$s,东,RESIDENT,000000,
                op-%1$s,管,OPERATOR,%1$s,
                """.formatted(code, world.dwellings().getLast());
        var job = taken("accounts", text);
        assertThat(job.creates()).isEqualTo(2);
        assertThat(job.refusals()).isEqualTo(4);
        assertThat(accounts.actorOf("an-" + code).households()).hasSize(1);

        var codes = new ArrayList<@Nullable Object[]>();
        imports.handOut(head, job.id(), codes::add);
        assertThat(codes).hasSize(2);
        var an = codes.stream()
                .filter(row -> ("an-" + code).equals(row[0]))
                .findFirst()
                .orElseThrow();
        assertThat(jdbc.sql(
                                "select code_hash = sha256(convert_to(account_id || :code, 'UTF8')) from account.first_sign_in where account_id = :account")
                        .param("code", String.valueOf(an[2]).replace("-", ""))
                        .param("account", accounts.actorOf("an-" + code).account())
                        .query(Boolean.class)
                        .single())
                .as("hashed together with the account")
                .isTrue();
        signIns.resetPassword("an-" + code, String.valueOf(an[2]), World.PASSWORD, "127.0.0.1");
        assertThatThrownBy(() ->
                        signIns.resetPassword("an-" + code, String.valueOf(an[2]), World.PASSWORD + "2", "127.0.0.1"))
                .hasMessageContaining("code");
        codes.clear();
        imports.handOut(head, job.id(), codes::add);
        assertThat(codes).as("who has signed in gets no code").hasSize(1);

        imports.undo(head, job.id());
        var undone = finished(job.id());
        assertThat(undone.changes()).isEqualTo(1);
        assertThat(undone.refusals()).isEqualTo(1);
        assertThat(accounts.actorOf("an-" + code).name()).isEqualTo("安");
        assertThatThrownBy(() -> accounts.actorOf("bo-" + code)).isInstanceOf(AccountRefused.Unknown.class);
        assertThatThrownBy(() -> uploaded("accounts", text)).isInstanceOf(ExchangeRefused.TakenBack.class);
        assertThat(exported("accounts")).contains("an-" + code).doesNotContain("bo-" + code);
    }

    @Test
    void givesBackTheRefusedRowsToBeCorrectedAndTakesOnlyThoseTheSecondTime() throws Exception {
        var code = world.communityCode();
        var first = taken("premises", """
                community,building,building_name
                %1$s,B31,31栋
                %1$s,B 32,32栋
                """.formatted(code));
        var refused = new ArrayList<@Nullable Object[]>();
        imports.refusedRows(head, first.id(), refused::add);
        assertThat(refused).hasSize(1);
        assertThat(List.of(refused.getFirst())).contains("B 32", "32栋");

        var second = taken("premises", """
                community,building,building_name
                %1$s,B31,31栋
                %1$s,B32,32栋
                """.formatted(code));
        assertThat(second.creates()).isEqualTo(1);
        assertThat(second.sames()).isEqualTo(1);
    }

    @Test
    void letsHouseholdsMoveOutAgain() throws Exception {
        var code = world.communityCode();
        taken("premises", "community,quarter,building,dwelling\n%s,Q1,B01,0999\n".formatted(code));
        var dwelling = code + "-Q1-B01-0999";
        var job = taken("households", "dwelling,persons\n" + dwelling + ",2\n");
        assertThat(places.findHouseholdByCard(dwelling)).isPresent();

        imports.undo(head, job.id());
        assertThat(finished(job.id()).changes()).isEqualTo(1);
        assertThat(taken("households", "dwelling,persons\n" + dwelling + ",3\n").creates())
                .isEqualTo(1);
        assertThatThrownBy(() -> imports.undo(head, job.id())).isInstanceOf(ExchangeRefused.NothingToUndo.class);
    }

    @Test
    void givesEveryQuantityAColumnOfItsOwn() {
        assertThat(exports.getSource(head, "activities").columns())
                .extracting(column -> column.name())
                .contains("mass_kg")
                .doesNotHaveDuplicates();
    }

    private StationView station(String name) {
        return stations.list(world.path(), 100, null).items().stream()
                .filter(view -> view.station().site().name().zh().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String exported(String table) throws IOException {
        var out = new ByteArrayOutputStream();
        var source = exports.getSource(head, table);
        exports.write(
                head,
                source,
                new ExportSource.Scope(world.path(), null, null),
                () -> TableFormat.CSV.open(out, source.columns()));
        return out.toString(StandardCharsets.UTF_8);
    }

    private ImportJob taken(String table, String text) throws InterruptedException {
        var job = uploaded(table, text);
        imports.run(head, job.id());
        return finished(job.id());
    }

    private ImportJob uploaded(String table, String text) throws InterruptedException {
        return finished(imports.upload(head, table, table + ".csv", text.getBytes(StandardCharsets.UTF_8))
                .id());
    }

    private ImportJob finished(UUID id) throws InterruptedException {
        var until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        var job = imports.get(head, id);
        while (job.state() == ImportJob.State.WORKING && System.nanoTime() < until) {
            Thread.sleep(20);
            job = imports.get(head, id);
        }
        assertThat(job.state()).isEqualTo(ImportJob.State.DONE);
        return job;
    }
}
