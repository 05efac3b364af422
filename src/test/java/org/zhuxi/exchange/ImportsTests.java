package org.zhuxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.NewAccount;
import org.zhuxi.exchange.internal.ImportWorker;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.Places;
import org.zhuxi.place.Register;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableFormat;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
@Import(World.class)
class ImportsTests {

    private final Imports imports;
    private final Exports exports;
    private final Accounts accounts;
    private final Register register;
    private final Places places;
    private final ImportWorker worker;
    private final JdbcClient jdbc;
    private final MockMvc web;
    private final World.Made world;
    private final Actor head;

    ImportsTests(
            Imports imports,
            Exports exports,
            Accounts accounts,
            Register register,
            Places places,
            ImportWorker worker,
            JdbcClient jdbc,
            MockMvc web,
            World worlds) {
        this.imports = imports;
        this.exports = exports;
        this.accounts = accounts;
        this.register = register;
        this.places = places;
        this.worker = worker;
        this.jdbc = jdbc;
        this.web = web;
        this.world = worlds.make(2);
        this.head = accounts.actorOf(world.username("head"));
        register.addPlaces(
                World.founder(),
                world.community(),
                IntStream.range(0, 450)
                        .mapToObj(i -> NewPlace.dwelling(empty(i), new Names("9" + i, "9" + i), Origin.SYNTHETIC))
                        .toList());
    }

    @Test
    void triesFirstAndTakesOnlyWhatIsGood() throws Exception {
        var job =
                upload("住宅,persons,入住日期\n%s,3,2026-05-01\n%s,x,2026-05-01\n%s,2,gestern\nZZZ,1,\n,,2026-05-01\n%s,3,\n"
                        .formatted(
                                empty(0), empty(1), empty(2), world.dwellings().getFirst()));

        assertThat(job.creates()).isEqualTo(1);
        assertThat(job.sames()).isEqualTo(1);
        assertThat(job.refusals()).isEqualTo(4);
        assertThat(places.findHouseholdByCard(empty(0))).isEmpty();
        assertThat(imports.problems(head, job.id(), 100, null).items())
                .extracting(RowProblem::line, RowProblem::column, RowProblem::slug)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3L, "persons", "exchange-number"),
                        org.assertj.core.groups.Tuple.tuple(4L, "since", "exchange-day"),
                        org.assertj.core.groups.Tuple.tuple(5L, "dwelling", "place-no-dwelling"),
                        org.assertj.core.groups.Tuple.tuple(6L, "dwelling", "exchange-required"));

        imports.run(head, job.id());
        var done = finished(job.id());

        assertThat(done.creates()).isEqualTo(1);
        assertThat(places.findHouseholdByCard(empty(0)).orElseThrow().persons()).isEqualTo(3);
        assertThatThrownBy(() -> imports.run(head, job.id())).isInstanceOf(ExchangeRefused.NotReady.class);
    }

    @Test
    void goesOnWhereAKilledProgramStoppedAndTakesNothingTwice() throws Exception {
        var lines = new StringBuilder("dwelling,persons\n");
        IntStream.range(0, 450).forEach(i -> lines.append(empty(i)).append(",2\n"));
        var job = upload(lines.toString());
        imports.run(head, job.id());
        finished(job.id());
        // as a program leaves it that is killed after the rows of a batch were kept, and before that was written down
        jdbc.sql("""
                        update exchange.import_job
                        set state = 'WORKING', rows_done = 200, creates = 200, sames = 0, leased_to = now() - interval '1 hour'
                        where id = :id
                        """).param("id", job.id()).update();
        worker.wake(job.id());
        var done = finished(job.id());

        assertThat(done.rowsDone()).isEqualTo(450);
        assertThat(done.creates() + done.sames()).isEqualTo(450);
        assertThat(households()).isEqualTo(452);
        var again = upload(lines.toString());
        assertThat(again.sames()).isEqualTo(450);
        assertThat(again.isReady()).isFalse();
    }

    @Test
    void takesWhatWasExported() throws Exception {
        for (var format : List.of(TableFormat.CSV, TableFormat.XLSX)) {
            var out = new ByteArrayOutputStream();
            var source = exports.getSource(head, "households");
            exports.write(
                    head,
                    source,
                    new ExportSource.Scope(world.path(), null, null),
                    () -> format.open(out, source.columns()));

            var job = finished(imports.upload(head, "households", "x." + format.ending(), out.toByteArray())
                    .id());

            assertThat(job.sames()).as(format.name()).isEqualTo(2);
            assertThat(job.refusals()).isZero();
        }
    }

    @Test
    void readsWhatExcelInChineseWrites() throws Exception {
        var text = "住宅,人数\n" + empty(7) + ",2\n";

        var job = finished(imports.upload(head, "households", "住户.csv", text.getBytes(Charset.forName("GB18030")))
                .id());

        assertThat(job.creates()).isEqualTo(1);
    }

    @Test
    void takesRecordsOfEarlierDaysOnce() throws Exception {
        var text =
                "kind,place,household,day,value,unit,note\nwaste.drop.kitchen,%s,%s,2025-05-01,1.2,kg,'=paper\nwaste.drop.kitchen,%s,%s,2025-05-01,99999,kg,\nno.kind,%s,,2025-05-01,1,kg,\n"
                        .formatted(
                                world.communityCode(),
                                world.dwellings().getFirst(),
                                world.communityCode(),
                                world.dwellings().getFirst(),
                                world.communityCode());
        var name = "data-" + world.communityCode();
        accounts.open(
                World.founder(),
                List.of(new NewAccount(
                        name,
                        null,
                        "数据管理员",
                        World.PASSWORD,
                        Set.of(new Grant(Role.DATA_STEWARD, world.path())),
                        Set.of(),
                        Origin.SYNTHETIC)));
        var steward = accounts.actorOf(name);
        var job = finished(
                steward,
                imports.upload(steward, "activities", "drops.csv", text.getBytes(StandardCharsets.UTF_8))
                        .id());
        assertThat(job.refusals()).isEqualTo(1);
        imports.run(steward, job.id());
        var done = finished(steward, job.id());

        assertThat(done.creates()).isEqualTo(1);
        assertThat(done.refusals()).isEqualTo(2);
        assertThat(jdbc.sql("select note from activity.activity where community_id = :community")
                        .param("community", world.community().value())
                        .query(String.class)
                        .list())
                .containsExactly("=paper");
    }

    @Test
    void refusesFilesThatAreNoTables() throws IOException {
        for (var rubbish : List.of("", "\0\0", "persons\n3\n", "dwelling\n")) {
            assertThatThrownBy(() -> imports.upload(head, "households", "x", rubbish.getBytes(StandardCharsets.UTF_8)))
                    .as(rubbish)
                    .isInstanceOf(Refused.class);
        }
        var bomb = bomb();
        assertThat(bomb.length).isLessThan(2_000_000);
        assertThatThrownBy(() -> imports.upload(head, "households", "x.xlsx", bomb))
                .isInstanceOf(Refused.Invalid.class)
                .hasMessageContaining("table-unpacks-too-large");
    }

    @Test
    void showsNobodyElsesUploadsAndLetsNobodyElseImport() throws Exception {
        var job = upload("dwelling\n" + empty(3) + "\n");
        var resident = accounts.actorOf(world.username("resident"));
        var clerk = accounts.actorOf(world.username("clerk"));

        assertThatThrownBy(() -> imports.get(clerk, job.id())).isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() ->
                        imports.upload(resident, "households", "x", "dwelling\nx\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> exports.getSource(resident, "households")).isInstanceOf(Refused.Forbidden.class);
        assertThat(exports.sources(Actor.VISITOR))
                .extracting(ExportSource::code)
                .containsExactly(
                        "activity-months",
                        "communities",
                        "figures",
                        "inventories",
                        "outlines",
                        "projects",
                        "published-figures",
                        "requests",
                        "sites",
                        "stations");
    }

    @Test
    void givesEveryTableInEveryFormat() throws IOException {
        for (var source : exports.sources(head)) {
            for (var format : TableFormat.values()) {
                var out = new ByteArrayOutputStream();
                exports.write(
                        head,
                        source,
                        new ExportSource.Scope(world.path(), LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1)),
                        () -> format.open(out, source.columns()));
                assertThat(out.size()).as(source.code() + " " + format).isPositive();
            }
        }
        assertThat(exports.sources(head))
                .extracting(ExportSource::code)
                .contains("households", "activities", "postings", "sites");
    }

    @Test
    void answersOverTheWeb() throws Exception {
        web.perform(get("/api/v1/exports/households.csv")).andExpect(status().is4xxClientError());
        web.perform(multipart("/work/imports")
                        .file("file", new byte[0])
                        .param("source", "households")
                        .with(csrf()))
                .andExpect(status().is4xxClientError());
    }

    private ImportJob upload(String text) throws InterruptedException {
        return finished(imports.upload(head, "households", "x.csv", text.getBytes(StandardCharsets.UTF_8))
                .id());
    }

    private ImportJob finished(UUID id) throws InterruptedException {
        return finished(head, id);
    }

    private ImportJob finished(Actor who, UUID id) throws InterruptedException {
        var until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        var job = imports.get(who, id);
        while (job.state() == ImportJob.State.WORKING && System.nanoTime() < until) {
            Thread.sleep(20);
            job = imports.get(who, id);
        }
        assertThat(job.state()).isEqualTo(ImportJob.State.DONE);
        return job;
    }

    private String empty(int number) {
        return "%s-Q1-B01-9%04d".formatted(world.communityCode(), number);
    }

    private long households() {
        return jdbc.sql("select count(*) from place.household where community_id = :community")
                .param("community", world.community().value())
                .query(Long.class)
                .single();
    }

    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 220; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
