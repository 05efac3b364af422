package org.zhuxi.waste.internal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.zhuxi.account.Accounts;
import org.zhuxi.account.CalendarFeeds;
import org.zhuxi.kernel.Refused;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Calendars at an address that holds the secret, which an operator may allow. */
@ZhuxiTest
@org.springframework.context.annotation.Import(World.class)
class SecretAddressTests {

    private final CalendarFeeds feeds;
    private final WasteCalendar dates;
    private final Accounts accounts;
    private final World worlds;

    SecretAddressTests(CalendarFeeds feeds, WasteCalendar dates, Accounts accounts, World worlds) {
        this.feeds = feeds;
        this.dates = dates;
        this.accounts = accounts;
        this.worlds = worlds;
    }

    @Test
    void openWhereTheOperatorAllowsThem() {
        var secret = feeds.renew(accounts.actorOf(worlds.make(1).username("resident")));

        var opened = pages("allowed").fetchAt(secret, Locale.CHINESE);

        assertThat(opened.getBody()).startsWith("BEGIN:VCALENDAR");
        assertThat(opened.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThatThrownBy(() -> pages("allowed").fetchAt("guess", Locale.CHINESE))
                .isInstanceOf(Refused.NotFound.class);
        assertThatThrownBy(() -> pages("off").fetchAt(secret, Locale.CHINESE)).isInstanceOf(Refused.NotFound.class);
    }

    private CalendarPages pages(String setting) {
        var source = new MapConfigurationPropertySource(Map.of("zhuxi.calendar.secret-addresses", setting));
        return new CalendarPages(
                feeds,
                dates,
                new Binder(source)
                        .bind("zhuxi.calendar", CalendarSettings.class)
                        .get());
    }
}
