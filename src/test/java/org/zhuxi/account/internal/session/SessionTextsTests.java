package org.zhuxi.account.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.web.servlet.FlashMap;

class SessionTextsTests {

    private final GenericConversionService conversion = SessionTexts.conversion();

    @Test
    void keepsTextAsUtf8() {
        var bytes = conversion.convert("竹西", byte[].class);

        assertThat(bytes).isEqualTo("竹西".getBytes(StandardCharsets.UTF_8));
        assertThat(conversion.convert(bytes, Object.class)).isEqualTo("竹西");
    }

    @Test
    void keepsMessagesToTheNextPage() {
        var flash = new FlashMap();
        flash.put("saved", "yes");

        var read = conversion.convert(conversion.convert(List.of(flash), byte[].class), Object.class);

        assertThat(read).asString().contains("saved=yes");
    }

    @Test
    void leavesOutWhatItDoesNotKnowInsteadOfFailing() throws IOException {
        var stream = new ByteArrayOutputStream();
        try (var objects = new ObjectOutputStream(stream)) {
            objects.writeObject(new org.springframework.security.core.authority.SimpleGrantedAuthority("OLD"));
        }

        assertThat(conversion.convert(stream.toByteArray(), Object.class)).isNull();
    }
}
