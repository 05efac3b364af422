package org.zhuxi.account.internal.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.support.GenericConversionService;

/**
 * What a session keeps is text, written as UTF-8, so that the next version of the program can read it. Anything else
 * (Spring's messages to the next page) is serialised by Java; what cannot be read any more counts as not there.
 */
final class SessionTexts {

    private static final Logger LOG = LoggerFactory.getLogger(SessionTexts.class);

    /** Java's stream magic; 0xAC never begins a UTF-8 text. */
    private static final byte STREAM = (byte) 0xAC;

    private static final ObjectInputFilter PLAIN = ObjectInputFilter.Config.createFilter(
            "maxbytes=200000;maxdepth=20;java.base/*;org.springframework.web.servlet.FlashMap;"
                    + "org.springframework.util.**;!*");

    private SessionTexts() {}

    @SuppressWarnings("NullAway") // what cannot be read is null to Spring Session: not there
    static GenericConversionService conversion() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, SessionTexts::write);
        conversion.addConverter(byte[].class, Object.class, SessionTexts::read);
        return conversion;
    }

    private static byte[] write(Object value) {
        if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        var bytes = new ByteArrayOutputStream();
        try (var stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException("Not fit for a session: " + value.getClass(), e);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings({"BanSerializableRead", "NullAway"}) // only what the program wrote, and only plain classes
    private static @Nullable Object read(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != STREAM) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try (var stream = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            stream.setObjectInputFilter(SessionTexts::check);
            return stream.readObject();
        } catch (IOException | ClassNotFoundException e) {
            LOG.info("A session's attribute of another version is left out: {}", e.getMessage());
            return null;
        }
    }

    private static ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo info) {
        var status = PLAIN.checkInput(info);
        if (status == ObjectInputFilter.Status.REJECTED) {
            LOG.info(
                    "Not read from a session: {}, depth {}, {} bytes",
                    info.serialClass(),
                    info.depth(),
                    info.streamBytes());
        }
        return status;
    }
}
