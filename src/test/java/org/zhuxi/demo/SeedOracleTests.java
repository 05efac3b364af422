package org.zhuxi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.zhuxi.project.FundSource;
import org.zhuxi.project.ProjectStage;
import org.zhuxi.project.asset.AssetKind;
import org.zhuxi.project.asset.Inventory;
import org.zhuxi.project.asset.NewAsset;

/** Figures of the demo world's profiles and projects against what the sources print. */
class SeedOracleTests {

    @Test
    void o10ShanghaisBookHasEightyCasesInSixteenDistricts() {
        var cases = ShanghaiCases.all();
        assertThat(cases).hasSize(80);
        var byDistrict = new LinkedHashMap<String, Integer>();
        cases.forEach(one -> byDistrict.merge(one.place(), 1, Integer::sum));
        assertThat(byDistrict.values()).containsExactly(10, 5, 5, 6, 3, 5, 5, 3, 4, 6, 3, 5, 5, 6, 5, 4);
        assertThat(byDistrict.keySet())
                .containsExactlyElementsOf(DemoRegisters.shanghai().stream()
                        .map(DemoRegisters.District::code)
                        .toList());
        assertThat(cases.stream().map(one -> one.source())).doesNotHaveDuplicates();
    }

    @Test
    void o24JiangxinsConventionHasTwentyTwoArticlesWithPraiseAndEducation() {
        var topics = AgreementsChapter.topics();
        assertThat(topics).hasSize(22).doesNotHaveDuplicates();
        assertThat(topics.get(19 - 1)).isEqualTo("评比表彰");
        assertThat(topics.get(20 - 1)).isEqualTo("违约教育");
    }

    @Test
    void o25TingyuanHasTenPointsOfWhichTheCasebookNamesFive() {
        assertThat(EarlierWorks.tingyuanPoints()).hasSize(10).doesNotHaveDuplicates();
        assertThat(EarlierWorks.tingyuanPoints().stream().filter(it -> !it.zh().contains("没有写明")))
                .hasSize(5);
        assertThat(EarlierWorks.all()).anyMatch(it -> it.id().equals(EarlierWorks.tingyuan()));
    }

    @Test
    void o25CorridorsOfHuagaoHaveFiveKindsTimesEightThemes() {
        var corridors = CorridorsChapter.all();
        assertThat(corridors.stream().map(NewAsset::kind).distinct())
                .containsExactlyElementsOf(AssetKind.of(Inventory.CORRIDOR))
                .extracting(kind -> Objects.requireNonNull(kind).names().zh())
                .containsExactly("党建楼道", "文化楼道", "亲子楼道", "绿化楼道", "敬老楼道");
        assertThat(corridors.stream().map(NewAsset::theme).distinct()).hasSize(8);
        assertThat(corridors).hasSize(5 * 8);
    }

    @Test
    void o26ProfilesGiveTheDensitiesAndSharesOfTheirSources() {
        var zhuxi = DemoCommunities.all().getFirst().profile();
        var density = new BigDecimal(Objects.requireNonNull(zhuxi.residents()))
                .divide(Objects.requireNonNull(zhuxi.areaKm2()), 2, RoundingMode.HALF_UP);
        assertThat(density).isEqualByComparingTo("14573.75");

        var siteM2 = new BigDecimal("110000").divide(new BigDecimal("0.485"), 0, RoundingMode.HALF_UP);
        assertThat(siteM2).isEqualByComparingTo("226804");
        assertThat(new BigDecimal("440000").divide(siteM2, 2, RoundingMode.HALF_UP))
                .isEqualByComparingTo("1.94");

        var dongli = new BigDecimal(
                Objects.requireNonNull(DemoCommunities.all().getLast().profile().residents()));
        assertThat(dongli.multiply(new BigDecimal("0.40"))).isEqualByComparingTo("1238");
        assertThat(dongli.multiply(new BigDecimal("0.35")).setScale(0, RoundingMode.HALF_UP))
                .isEqualByComparingTo("1083");
    }

    @Test
    void o27WorksOfZhujiKeepTheNumbersOfTheBooklet() {
        var greenM2 = quantity("greening");
        assertThat(greenM2.divide(new BigDecimal("0.012"), 0, RoundingMode.HALF_UP)
                        .movePointLeft(6)
                        .setScale(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo("68.77");
        assertThat(greenM2.divide(new BigDecimal("2.02"), 0, RoundingMode.HALF_UP))
                .isEqualByComparingTo("408515");
        assertThat(new BigDecimal("4800").divide(quantity("charger"), 2, RoundingMode.HALF_UP))
                .isEqualByComparingTo("6.98");
        assertThat(quantity("sewer")).isEqualByComparingTo("115");
        assertThat(quantity("elevator")).isEqualByComparingTo("78");
        assertThat(quantity("centre")).isEqualByComparingTo("8");
    }

    private static BigDecimal quantity(String type) {
        return EarlierWorks.all().stream()
                .map(EarlierWorks.Earlier::project)
                .filter(it -> ZhujiTable.ZHUJI.equals(it.project().place())
                        && type.equals(it.project().type()))
                .map(it -> Objects.requireNonNull(it.doneQuantity()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTheSourcesDoNotGiveStaysEmpty() {
        assertThat(EarlierWorks.all()).allSatisfy(it -> {
            assertThat(it.project().plan().costFen()).isNull();
            assertThat(it.project().acceptedOn()).isNull();
            assertThat(it.project().funds()).allMatch(fund -> fund.amountFen() == null);
        });
        assertThat(EarlierWorks.all().stream()
                        .filter(it -> it.project().stage() == ProjectStage.APPROVED)
                        .map(it -> Objects.requireNonNull(it.project().project().title())
                                .zh()))
                .containsExactly("华高庭园 12 号楼加装电梯", "华高二村 47 号楼加装电梯");
        assertThat(EarlierWorks.all().stream()
                        .filter(it -> "elevator".equals(it.project().project().type()))
                        .findFirst()
                        .orElseThrow()
                        .project()
                        .funds())
                .extracting(fund -> fund.source())
                .containsExactly(FundSource.FISCAL, FundSource.RESIDENT);
    }
}
