package org.zhuxi.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhuxi.notice.NoticeRefused;

/** The program calls addresses on the internet and no machine beside it. */
class PublicAddressTests {

    private final PublicAddress addresses = new PublicAddress();

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
}
