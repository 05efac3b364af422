package org.zhuxi.sensing.internal.lorawan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.zhuxi.kernel.Mistyped;
import tools.jackson.databind.json.JsonMapper;

/** Messages of network servers as they are posted. */
class UplinkTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String CHIRPSTACK = """
            {"deduplicationId":"3ac7e3c4-4401-4b8d-9386-a5c902f9202d","time":"2026-11-20T06:00:15.775023+00:00",
             "deviceInfo":{"tenantId":"52f14cd4-c6f1-4fbd-8f87-4025e1d49242","tenantName":"竹西","applicationId":"17c82e96",
              "applicationName":"compost","deviceProfileName":"probe","deviceName":"bin 3","devEui":"a84041ce41845d13","tags":{}},
             "devAddr":"00189440","adr":true,"dr":5,"fCnt":10,"fPort":2,"confirmed":false,"data":"qg==",
             "object":{"temperature":61.5,"moisture":55,"battery":3.4,"alarm":false},
             "rxInfo":[{"gatewayId":"0016c001ff10a235","rssi":-57,"snr":10}],"txInfo":{"frequency":470300000}}""";

    private static final String TTN = """
            {"end_device_ids":{"device_id":"noise-1","application_ids":{"application_id":"zhuxi"},"dev_eui":"70B3D57ED005B4C1",
              "join_eui":"0000000000000000","dev_addr":"00BCB929"},
             "correlation_ids":["as:up:01E0WZGT6Y7657CPFPE5WEYDSQ"],"received_at":"2026-11-20T06:00:45.787Z",
             "uplink_message":{"session_key_id":"AXBSH1Pk6Z0G166t","f_port":1,"f_cnt":5,"frm_payload":"AWcBEAJoUA==",
              "rx_metadata":[{"gateway_ids":{"gateway_id":"gtw1"},"rssi":-35,"snr":5}],
              "settings":{"frequency":"868300000"},"received_at":"2026-11-20T06:00:45.5Z"}}""";

    @Test
    void aMessageOfChirpStackIsReadFromItsDecodedPayload() {
        var uplink = Uplinks.chirpStack(JSON.readTree(CHIRPSTACK)).orElseThrow();

        assertThat(uplink.eui()).isEqualTo("A84041CE41845D13");
        assertThat(uplink.at()).isEqualTo(Instant.parse("2026-11-20T06:00:15.775023Z"));
        assertThat(uplink.values()).containsOnlyKeys("temperature", "moisture", "battery");
        assertThat(uplink.values().get("temperature")).isEqualByComparingTo("61.5");
        assertThat(uplink.reading().sequence()).isEqualTo(1_795_154_415_775_023L);
    }

    @Test
    void aPayloadThatTheThingsDidNotDecodeIsReadAsCayenne() {
        var uplink = Uplinks.theThings(JSON.readTree(TTN)).orElseThrow();

        assertThat(uplink.eui()).isEqualTo("70B3D57ED005B4C1");
        assertThat(uplink.at()).isEqualTo(Instant.parse("2026-11-20T06:00:45.5Z"));
        // 01 67 0110: 27.2 °C; 02 68 50: 40 %
        assertThat(uplink.values().get("temperature")).isEqualByComparingTo("27.2");
        assertThat(uplink.values().get("humidity")).isEqualByComparingTo("40");
    }

    @Test
    void cayenneReadsBelowZeroAndStopsAtWhatItDoesNotKnow() {
        assertThat(CayenneLpp.read(new byte[] {1, 103, (byte) 0xFF, (byte) 0xD7, 9, 99, 1}))
                .containsExactlyEntriesOf(java.util.Map.of("temperature", new BigDecimal("-4.1")));
        assertThat(CayenneLpp.read(new byte[] {1, 103, 0})).isEmpty();
        assertThat(CayenneLpp.read(new byte[0])).isEmpty();
    }

    @Test
    void whatHasNoPayloadIsNoUplinkAndWhatCannotBeReadSaysWhere() {
        assertThat(Uplinks.chirpStack(JSON.readTree("{\"deviceInfo\":{\"devEui\":\"00\"}}")))
                .isEmpty();
        assertThatThrownBy(() -> Uplinks.chirpStack(JSON.readTree("{\"object\":{},\"time\":\"x\"}")))
                .isInstanceOf(Mistyped.Missing.class);
        assertThatThrownBy(() -> Uplinks.chirpStack(
                        JSON.readTree("{\"deviceInfo\":{\"devEui\":\"00\"},\"object\":{},\"time\":\"never\"}")))
                .isInstanceOf(Mistyped.NoDay.class);
        assertThatThrownBy(() -> Uplinks.theThings(JSON.readTree(
                        "{\"end_device_ids\":{\"dev_eui\":\"0\"},\"uplink_message\":{\"frm_payload\":\"?\"}}")))
                .isInstanceOf(Mistyped.NoChoice.class);
    }
}
