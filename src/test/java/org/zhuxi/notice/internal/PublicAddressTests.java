package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.platform.outgoing.AllowedHosts;

/** The program calls addresses on the internet and no machine beside it. */
class PublicAddressTests {

    private final PublicAddress addresses = new PublicAddress(AllowedHosts.ANY);

    @ParameterizedTest
    @ValueSource(strings = {"https://8.8.8.8/robot?key=1", "https://223.5.5.5:443/", "https://[2400:3200::1]/x"})
    void takesHttpsOnTheInternet(String address) {
        assertThat(addresses.check(address)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/",
                "https://8.8.8.8:8443/",
                "https://me@8.8.8.8/",
                "https:///x",
                "ftp://8.8.8.8/",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "not an address",
                ""
            })
    void refusesEverythingElse(String address) {
        assertThatThrownBy(() -> addresses.check(address)).isInstanceOf(NoticeRefused.BadAddress.class);
    }

    @Test
    void withAListItCallsOnlyTheHostsThatAreOnIt() {
        var listed = new PublicAddress(new AllowedHosts(List.of("8.8.8.8", "*.chat.example")));

        assertThat(listed.check("https://8.8.8.8/robot")).hasToString("https://8.8.8.8/robot");
        assertThatThrownBy(() -> listed.check("https://223.5.5.5/"))
                .isInstanceOfSatisfying(
                        NoticeRefused.UnlistedHost.class,
                        refused -> assertThat(refused.problem().arguments()).containsExactly("223.5.5.5"));
        assertThatThrownBy(() -> listed.check("http://8.8.8.8/")).isInstanceOf(NoticeRefused.BadAddress.class);
        assertThat(new Outbound(listed).post(URI.create("https://223.5.5.5/"), Map.of(), new byte[0]))
                .isEqualTo(new Outbound.Answer("not-allowed", 0, ""));
    }
}
