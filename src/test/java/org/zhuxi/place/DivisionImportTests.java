package org.zhuxi.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.DivisionImport.Order;
import org.zhuxi.place.DivisionImport.Progress;
import org.zhuxi.place.DivisionImport.Report;
import org.zhuxi.place.RowProblems.RowProblem;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class DivisionImportTests {

    private static final LocalDate FIRST = LocalDate.of(2023, 6, 30);
    private static final LocalDate LATER = LocalDate.of(2024, 6, 30);
    private static final AtomicInteger PROVINCES = new AtomicInteger(70);

    private final DivisionImport divisions;
    private final Register register;
    private final Places places;
    private final JdbcClient jdbc;
    private final List<Progress> progress = new ArrayList<>();
    private final String province = String.valueOf(PROVINCES.getAndIncrement());

    @TempDir
    Path folder;

    DivisionImportTests(DivisionImport divisions, Register register, Places places, JdbcClient jdbc) {
        this.divisions = divisions;
        this.register = register;
        this.places = places;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void listASmallProvince() throws IOException {
        write("provinces.csv", "code,name", "70,\"试验省\"");
        write("cities.csv", "code,name,provinceCode", "7001,\"鸣泉市\",70", "7002,\"无区市\",70");
        write("areas.csv", "code,name,cityCode,provinceCode", "700101,\"泉东区\",7001,70", "700200,\"无区市\",7002,70");
        write(
                "streets.csv",
                "code,name,areaCode,provinceCode,cityCode",
                "700101001,\"松风街道\",700101,70,7001",
                "700101002,\"听涛街道\",700101,70,7001",
                "700200003,\"直管镇\",700200,70,7002");
        write(
                "villages.csv",
                "code,name,streetCode,provinceCode,cityCode,areaCode",
                "700101001001,\"松风社区居委会\",700101001,70,7001,700101",
                "700101001002,\"松涛社区居委会\",700101001,70,7001,700101",
                "700101002001,\"听涛社区居委会\",700101002,70,7001,700101",
                "700200003200,\"直管村委会\",700200003,70,7002,700200");
    }

    @Test
    void takesAllLevelsAndTellsHowFarItIs() {
        var report = run(FIRST);

        assertThat(report.added()).isEqualTo(12);
        assertThat(report.changes()).isEqualTo(12);
        assertThat(progress).extracting(Progress::step).containsSubsequence("read", "compare", "write", "index");
        var community = places.findByCode(code("700101001001")).orElseThrow();
        assertThat(community.name()).isEqualTo(new Names("松风社区居委会", "Songfeng Community"));
        assertThat(community.path().value()).isEqualTo(own("/70/7001/700101/700101001/700101001001"));
        assertThat(places.namesAbove(List.of(community)).get(community.code()))
                .extracting(Names::zh)
                .containsExactly("试验省", "鸣泉市", "泉东区", "松风街道");
    }

    @Test
    void givesACityWithoutCountiesACountyOfItsOwn() {
        run(FIRST);

        assertThat(places.findByCode(code("700200000000")))
                .get()
                .extracting(Place::kind)
                .isEqualTo(PlaceKind.CITY);
        assertThat(places.findByCode(code("700299000000")))
                .get()
                .extracting(Place::kind)
                .isEqualTo(PlaceKind.COUNTY);
        assertThat(places.findByCode(code("700200003200")).orElseThrow().path().value())
                .isEqualTo(own("/70/7002/700299/700200003/700200003200"));
    }

    @Test
    void changesNothingTheSecondTime() {
        run(FIRST);
        var rows = rows();

        assertThat(run(FIRST).changes()).isZero();
        assertThat(run(LATER).changes()).isZero();
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void keepsRenamedMergedAndMovedUnitsWithTheirDates() throws IOException {
        run(FIRST);
        write(
                "streets.csv",
                "code,name,areaCode,provinceCode,cityCode",
                "700101001,\"松涛街道\",700101,70,7001",
                "700200003,\"直管镇\",700200,70,7002");
        write(
                "villages.csv",
                "code,name,streetCode,provinceCode,cityCode,areaCode",
                "700101001001,\"松风社区居委会\",700101001,70,7001,700101",
                "700101001002,\"松涛社区居委会\",700101001,70,7001,700101",
                "700101001003,\"听涛社区居委会\",700101001,70,7001,700101",
                "700200003200,\"直管村委会\",700200003,70,7002,700200");
        var merged = LocalDate.of(2024, 3, 1);
        write(
                "successions.csv",
                "old_code,new_code,date",
                "700101002,700101001,2024-03-01",
                "700101002001,700101001003,2024-03-01");

        var report = run(LATER, true);

        assertThat(report.renamed()).isEqualTo(1);
        assertThat(report.ended()).isEqualTo(2);
        assertThat(report.added()).isEqualTo(1);
        assertThat(nameOn("700101001000", LATER.minusDays(1))).isEqualTo("松风街道");
        assertThat(nameOn("700101001000", LATER)).isEqualTo("松涛街道");
        assertThat(places.findByCode(code("700101002001"), merged.minusDays(1))).isPresent();
        assertThat(places.findByCode(code("700101002001"), merged)).isEmpty();
        assertThat(places.findByCode(code("700101001003"), merged)).isPresent();
        assertThat(successors("700101002000")).containsExactly(code("700101001000"));
        assertThat(successors("700101002001")).containsExactly(code("700101001003"));
        assertThat(run(LATER, true).changes()).isZero();
    }

    @Test
    void keepsACommunityInUseAndCarriesItToTheStreetThatTookOver() throws IOException {
        run(FIRST);
        var used = register.addCommunity(
                Demesne.OPERATOR,
                NewCommunity.named(code("700101002009"), new Names("在用社区", "Used"), FIRST, Origin.RECORDED, "test"));
        write(
                "streets.csv",
                "code,name,areaCode,provinceCode,cityCode",
                "700101001,\"松风街道\",700101,70,7001",
                "700200003,\"直管镇\",700200,70,7002");
        write(
                "villages.csv",
                "code,name,streetCode,provinceCode,cityCode,areaCode",
                "700101001001,\"松风社区居委会\",700101001,70,7001,700101",
                "700101001002,\"松涛社区居委会\",700101001,70,7001,700101",
                "700200003200,\"直管村委会\",700200003,70,7002,700200");

        assertThatThrownBy(() -> run(LATER))
                .satisfies(wrong -> assertThat(problems(wrong))
                        .extracting(RowProblem::slug)
                        .containsExactly("place-list-homeless"));
        write("successions.csv", "old_code,new_code,date", "700101002,700101001,");
        var report = run(LATER, true);

        assertThat(report.kept()).containsExactly(code("700101002009"));
        assertThat(places.getCommunity(used).path().value()).isEqualTo(own("/70/7001/700101/700101001/700101002009"));
        assertThat(run(LATER, true).changes()).isZero();
    }

    @Test
    void keepsTheNamePeopleGaveACommunityInUse() {
        run(FIRST);
        jdbc.sql("update place.division set name_zh = '松风社区' where code = :code")
                .param("code", code("700101001001"))
                .update();
        register.addCommunity(
                Demesne.OPERATOR,
                NewCommunity.named(
                        code("700101001001"), new Names("松风社区", "Songfeng"), FIRST, Origin.RECORDED, "test"));

        assertThat(run(LATER).changes()).isZero();
    }

    @Test
    void tellsEveryWrongLineAndImportsNothing() throws IOException {
        write(
                "villages.csv",
                "code,name,streetCode,provinceCode,cityCode,areaCode",
                "700101001001,\"松风社区居委会\",700101001,70,7001,700101",
                "70010100100X,\"错码社区\",700101001,70,7001,700101",
                "700101001002,,700101001,70,7001,700101",
                "700101009001,\"无街社区\",700101009,70,7001,700101",
                "700101001001,\"松风社区居委会\",700101001,70,7001,700101");

        assertThatThrownBy(() -> run(FIRST))
                .satisfies(wrong -> assertThat(problems(wrong))
                        .extracting(RowProblem::line, RowProblem::slug)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple(3L, "place-list-code"),
                                org.assertj.core.groups.Tuple.tuple(4L, "place-list-name"),
                                org.assertj.core.groups.Tuple.tuple(5L, "place-list-parent"),
                                org.assertj.core.groups.Tuple.tuple(6L, "place-list-twice")));
        assertThat(rows()).isZero();
    }

    @Test
    void refusesWhatIsOlderThanTheTreeAndWhatEndedBefore() throws IOException {
        run(LATER);
        write("provinces.csv", "code,name", "70,\"改名省\"");
        assertThatThrownBy(() -> run(FIRST))
                .satisfies(wrong ->
                        assertThat(problems(wrong)).extracting(RowProblem::slug).containsExactly("place-list-newer"));
        assertThat(run(LATER).renamed()).as("corrected on the same day").isEqualTo(1);
        assertThat(nameOn("700000000000", LATER)).isEqualTo("改名省");
    }

    @Test
    void refusesASuccessionOfAUnitThatIsStillListed() throws IOException {
        write("successions.csv", "old_code,new_code,date", "700101002,700101001,2024-03-01", "700101008,700101001,");

        assertThatThrownBy(() -> run(LATER, true))
                .satisfies(wrong -> assertThat(problems(wrong))
                        .extracting(RowProblem::slug)
                        .contains("place-succession-listed", "place-succession-unknown"));
        assertThat(rows()).isZero();
    }

    @Test
    void takesJsonAsWell() throws IOException {
        Files.writeString(folder.resolve("provinces.json"), own("[{\"code\":\"70\",\"name\":\"试验省\"}]"));

        var report = divisions.run(
                Demesne.OPERATOR,
                new Order(List.of(folder.resolve("provinces.json")), null, FIRST, false),
                progress::add);

        assertThat(report.added()).isEqualTo(1);
    }

    @Test
    void refusesWhoMayNotChangeTheWholeTree() {
        var head = Demesne.actor(org.zhuxi.kernel.Role.COMMUNITY_HEAD, new PlacePath("/32"));

        assertThatThrownBy(() -> divisions.run(head, new Order(List.of(), null, FIRST, false), progress::add))
                .isInstanceOf(Refused.Forbidden.class);
    }

    private Report run(LocalDate day) {
        return run(day, false);
    }

    private Report run(LocalDate day, boolean successions) {
        var files = List.of("villages.csv", "provinces.csv", "cities.csv", "areas.csv", "streets.csv").stream()
                .map(folder::resolve)
                .toList();
        return divisions.run(
                Demesne.OPERATOR,
                new Order(files, successions ? folder.resolve("successions.csv") : null, day, false),
                progress::add);
    }

    /** Lines with the province 70 are written for a province of this test's own. */
    private void write(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), own(String.join("\n", lines)));
    }

    private String own(String text) {
        return text.replaceAll("(?<![0-9])70(?=[0-9,\"/X\n]|$)", province);
    }

    private String code(String code) {
        return province + code.substring(2);
    }

    private String nameOn(String code, LocalDate day) {
        return places.findByCode(code(code), day).orElseThrow().name().zh();
    }

    private List<String> successors(String code) {
        return jdbc.sql("select unnest(successors) from place.division where code = :code order by 1")
                .param("code", code(code))
                .query(String.class)
                .list();
    }

    private long rows() {
        return jdbc.sql("select count(*) from place.division where code like :province")
                .param("province", province + "%")
                .query(Long.class)
                .single();
    }

    private static List<RowProblem> problems(Throwable wrong) {
        assertThat(wrong).isInstanceOf(PlaceRefused.BadLists.class);
        return ((PlaceRefused.BadLists) wrong).problems().list();
    }
}
