package org.zhuxi.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** One real SMTP server for the whole test run; it takes everything, and tests look up their own addresses. */
public final class MailServer {

    private static final Pattern LINK = Pattern.compile("/mail/\\w+#([A-Za-z0-9_-]+)");

    private MailServer() {}

    public static int port() {
        return Server.GREEN.getSmtp().getPort();
    }

    /** What was sent to an address, the first first. */
    public static List<MimeMessage> lettersTo(String address) {
        return Arrays.stream(Server.GREEN.getReceivedMessages())
                .filter(letter -> header(letter, "To").equals(address))
                .toList();
    }

    public static String header(MimeMessage letter, String name) {
        try {
            return Objects.requireNonNullElse(letter.getHeader(name, null), "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String text(MimeMessage letter) {
        try {
            return letter.getContent().toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secret of the last link in a letter. */
    public static String lastToken(MimeMessage letter) {
        return LINK.matcher(text(letter))
                .results()
                .map(it -> it.group(1))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static final class Server {

        private static final GreenMail GREEN = start();

        private static GreenMail start() {
            var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
            return server;
        }
    }
}
