package org.zhuxi.account.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class DeviceTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0 | WeChat · Android",
                "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0 | Edge · Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1 | Safari · iPhone",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0 | Firefox · Linux",
                "curl/8.5 | ''"
            })
    void tellsOnlyTheKindOfBrowserAndDevice(String agent, String told) {
        var request = new MockHttpServletRequest();
        request.addHeader("User-Agent", agent);

        assertThat(Device.of(request)).isEqualTo(told);
    }
}
