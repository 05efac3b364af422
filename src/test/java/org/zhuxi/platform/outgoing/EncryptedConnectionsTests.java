package org.zhuxi.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Nothing leaves this machine unencrypted, or to a server that proves nothing, unless the operator names the host. */
class EncryptedConnectionsTests {

    private static final String PLAIN = "zhuxi.outgoing.plain-hosts";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zhuxi.db.url=postgresql://other.example/zhuxi",
                "zhuxi.db.url=jdbc:postgresql://other.example:5432/zhuxi?user=zhuxi",
                "zhuxi.db.url=postgresql://127.0.0.1,other.example/zhuxi",
                "zhuxi.db.owner.url=postgresql://other.example/zhuxi",
                "zhuxi.mqtt.broker.uri=tcp://other.example:1883",
                "zhuxi.mqtt.broker.uri=mqtt://other.example",
                "spring.mail.host=other.example",
                "zhuxi.evidence.scanner=tcp://other.example",
                "zhuxi.evidence.scanner=tcp://other.example:3310",
                "zhuxi.log-collector.uri=tcp://other.example:5170",
                "spring.security.oauth2.client.provider.town.issuer-uri=http://other.example/realm",
                "spring.security.oauth2.client.provider.town.token-uri=http://other.example/token"
            })
    void aSettingThatLeadsToAnotherMachineInPlainStopsTheStart(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(setting))
                .withMessageContaining(setting.substring(0, setting.indexOf('=')))
                .withMessageContaining("other.example")
                .withMessageContaining(PLAIN);
        assertThatCode(() -> start(setting, PLAIN + "=other.example")).doesNotThrowAnyException();
        assertThatCode(() -> start(setting, PLAIN + "=*.example")).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> start(setting, PLAIN + "=another.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "allow", "prefer", "require"})
    void aDatabaseWhoseCertificateIsNotLookedAtStopsTheStart(String mode) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start("zhuxi.db.url=postgresql://other.example/zhuxi?sslmode=" + mode))
                .withMessageContaining("sslmode=verify-full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zhuxi.db.url=postgresql://other.example/zhuxi?sslmode=verify-full",
                "zhuxi.db.url=postgresql://other.example/zhuxi?sslmode=verify-ca&sslrootcert=/etc/ca.pem",
                "zhuxi.db.url=postgresql://other.example/zhuxi?ssl=true",
                "zhuxi.mqtt.broker.uri=ssl://other.example:8883",
                "zhuxi.log-collector.uri=tls://other.example:6514",
                "spring.security.oauth2.client.provider.town.issuer-uri=https://other.example/realm"
            })
    void whatIsEncryptedMayLeadAnywhere(String setting) {
        assertThatCode(() -> start(setting)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.mail.ssl.enabled=true",
                "spring.mail.properties.mail.smtp.starttls.required=true",
                "spring.mail.properties.mail.smtp.ssl.enable=true"
            })
    void mailGoesByTls(String tls) {
        assertThatCode(() -> start("spring.mail.host=other.example", tls)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start("spring.mail.host=other.example", tls.replace("true", "false")))
                .withMessageContaining("starttls.required=true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zhuxi.db.url=postgresql://localhost/zhuxi",
                "zhuxi.db.url=postgresql://127.0.0.1:5433/zhuxi",
                "zhuxi.db.url=postgresql://[::1]/zhuxi",
                "zhuxi.db.url=postgresql:zhuxi",
                "zhuxi.mqtt.broker.uri=tcp://127.0.0.1:1883",
                "spring.mail.host=127.0.0.1",
                "zhuxi.evidence.scanner=unix:/run/clamav/clamd.ctl",
                "zhuxi.evidence.scanner=tcp://127.0.0.1:3310",
                "zhuxi.evidence.scanner=tcp://[::1]",
                "zhuxi.log-collector.uri=tcp://localhost:5170"
            })
    void thisMachineNeedsNone(String setting) {
        assertThatCode(() -> start(setting)).doesNotThrowAnyException();
    }

    @Test
    void whatIsNoDatabaseSaysSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start("zhuxi.db.url=mysql://other.example/zhuxi"))
                .withMessageContaining("zhuxi.db.url is no address of a PostgreSQL server");
    }

    @Test
    void whatIsNoHostIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(PLAIN + "=https://other.example"))
                .withMessageContaining(PLAIN);
    }

    private static void start(String... settings) {
        Map<String, Object> properties = new HashMap<>();
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            properties.put(parts[0], parts[1]);
        }
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        OutgoingSettings.check(environment);
    }
}
