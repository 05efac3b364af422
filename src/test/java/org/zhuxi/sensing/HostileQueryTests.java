package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhuxi.testing.ZhuxiTest;

/** Queries that try SQL, name numbers and times that are none, or are too long or too deep. */
@ZhuxiTest
class HostileQueryTests {

    private final Service service;

    HostileQueryTests(SensorThings things) {
        this.service = Service.open(things);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Things?$filter=name eq 'x' union select 1",
                "Things?$filter=1; drop table sensing.thing",
                "Things?$filter=pg_sleep(9) eq 1",
                "Things?$filter=name eq $1",
                "Things?$filter=(select 1) eq 1",
                "Things?$orderby=name; drop table sensing.thing",
                "Things?$select=name,(select 1)",
                "Things?$expand=Datastreams;drop",
                "Observations?$filter=result gt NaN",
                "Observations?$filter=result lt Infinity",
                "Observations?$filter=phenomenonTime gt 2026-01-01T00:00:00+99:00",
                "Observations?$filter=phenomenonTime gt 99999-01-01T00:00:00Z",
                "Observations?$filter=phenomenonTime gt duration'P9999999Y'",
                "Observations?$skip=9223372036854775808"
            })
    void whatWouldHarmIsRefused(String address) {
        var answer = service.get(address);

        assertThat(answer.status()).as(answer.words()).isEqualTo(400);
    }

    @Test
    void whatIsTooLongOrTooDeepIsRefused() {
        assertThat(status("Things?$filter=name eq '" + "x".repeat(1 << 20) + "'"))
                .isEqualTo(413);
        assertThat(status("Things?$filter=" + "(".repeat(1 << 20))).isEqualTo(413);
        assertThat(status("Things?$filter=" + "(".repeat(9_000) + "true" + ")".repeat(9_000)))
                .isIn(400, 413);
        assertThat(status("Things?$filter=" + "not ".repeat(4_000) + "true")).isIn(400, 413);
        assertThat(status("Things?$expand=" + "Datastreams($expand=Thing($expand=".repeat(500)))
                .isIn(400, 413);
    }

    private int status(String address) {
        return service.get(address).status();
    }
}
