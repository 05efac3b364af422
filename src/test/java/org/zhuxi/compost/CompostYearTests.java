package org.zhuxi.compost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.testing.Chrome;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** The year of a site, made short: {@code ./zhuxi bench compost} runs the whole one of forty bins. */
@ZhuxiTest
@Import(World.class)
class CompostYearTests {

    @LocalServerPort
    int port;

    private final World worlds;
    private final Accounts accounts;
    private final CompostSites sites;

    CompostYearTests(World worlds, Accounts accounts, CompostSites sites) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.sites = sites;
    }

    @Test
    void monthsThatAreRecordedAndVerifiedThroughTheInterfacePublishWhatWasFed()
            throws IOException, InterruptedException {
        var year = new CompostYear("http://localhost:" + port, worlds, accounts, sites, 3);
        for (var back = 2; back >= 1; back--) {
            var month = Yard.LAST_MONTH.minusMonths(back - 1L);
            assertThat(year.record(month)).isEqualTo(63);
            assertThat(year.verify(month)).isGreaterThanOrEqualTo(5);
        }

        assertThat(year.publishedKg()).isEqualByComparingTo(year.fedKg());
    }

    @Test
    void aMonthTappedIntoAPhoneWithoutANetworkPublishesWhatWasFed() throws IOException, InterruptedException {
        var address = "http://localhost:" + port;
        var year = new CompostYear(address, worlds, accounts, sites, 2);
        try (var chrome = Chrome.start();
                var phone = new CompostPhone(chrome, address, year.keeperName())) {
            assertThat(year.tap(Yard.LAST_MONTH.minusMonths(1), phone)).isEqualTo(42);
            assertThat(phone.listed()).isEqualTo(20);
            assertThat(phone.more()).contains("22");
            phone.findNetwork(Instant.now());
        }
        year.verify(Yard.LAST_MONTH.minusMonths(1));
        assertThat(year.publishedKg()).isEqualByComparingTo(year.fedKg()).isPositive();

        assertThat(year.record(Yard.LAST_MONTH)).isEqualTo(42);
        year.verify(Yard.LAST_MONTH);
        assertThat(year.publishedKg()).isEqualByComparingTo(year.fedKg());
    }
}
