package org.zhuxi.notice.internal;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.zhuxi.notice.Webhook;

/**
 * Gives letters to the operator's mail server ({@code spring.mail.*}). On only when that, {@code zhuxi.notice.mail-from} and
 * {@code zhuxi.notice.public-address} are set: a letter without a link that works, or a sender, is worth nothing.
 */
@Component
public class MailChannel {

    private static final int PERMANENT = 5;
    /** The mailbox is full: 5xx by the letter of RFC 5321, but it passes. */
    private static final int FULL = 552;

    private final ObjectProvider<JavaMailSender> sender;
    private final String from;
    private final String base;

    MailChannel(
            ObjectProvider<JavaMailSender> sender,
            @Value("${zhuxi.notice.mail-from:}") String from,
            @Value("${zhuxi.notice.public-address:}") String base) {
        this.sender = sender;
        this.from = from;
        this.base = base;
    }

    /** What became of a letter. */
    enum Fate {
        SENT,
        /** May go another time. */
        LATER,
        /** This letter will not be taken. */
        NEVER,
        /** Nothing sent to this address will be taken. */
        REFUSED
    }

    /**
     * How it went.
     *
     * @param outcome {@code ok}, or a stable word that names nobody, such as {@code refused-550}
     */
    public record Sent(Fate fate, String outcome) {

        public boolean isSent() {
            return fate == Fate.SENT;
        }
    }

    /**
     * A letter in plain text.
     *
     * @param headers besides the usual ones
     */
    record Letter(String to, String subject, String text, Map<String, String> headers) {}

    public boolean isOn() {
        return !from.isBlank() && !base.isBlank() && sender.getIfAvailable() != null;
    }

    /** A page of this program as the world reaches it. @param path with a leading slash */
    String link(String path) {
        return base.replaceAll("/+$", "") + path;
    }

    Sent send(Letter letter) {
        try {
            var mailer = sender.getObject();
            var message = mailer.createMimeMessage();
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(letter.to());
            helper.setSubject(letter.subject());
            helper.setText(letter.text());
            message.setHeader("Auto-Submitted", "auto-generated");
            for (var header : letter.headers().entrySet()) {
                message.setHeader(header.getKey(), header.getValue());
            }
            mailer.send(message);
            return new Sent(Fate.SENT, Webhook.OK);
        } catch (MailAuthenticationException e) {
            return new Sent(Fate.LATER, "mail-sign-in");
        } catch (MailSendException e) {
            return judge(e);
        } catch (MailException | MessagingException e) {
            return new Sent(Fate.NEVER, "no-letter");
        }
    }

    /** Only what the server says about the receiver stops an address; a quarrel about the sender is ours to mend. */
    private static Sent judge(MailSendException failure) {
        for (var each : failure.getMessageExceptions()) {
            for (@Nullable Throwable one = each; one != null; one = next(one)) {
                if (one instanceof SMTPAddressFailedException about) {
                    return about(about.getReturnCode(), Fate.REFUSED, "refused-");
                }
                if (one instanceof SMTPSendFailedException about && about.getReturnCode() > 0) {
                    return about(about.getReturnCode(), Fate.NEVER, "smtp-");
                }
            }
        }
        return new Sent(Fate.LATER, "unreachable");
    }

    private static @Nullable Throwable next(Throwable one) {
        return one instanceof MessagingException chained && chained.getNextException() != null
                ? chained.getNextException()
                : one.getCause();
    }

    private static Sent about(int code, Fate permanent, String word) {
        return code / 100 == PERMANENT && code != FULL
                ? new Sent(permanent, word + code)
                : new Sent(Fate.LATER, "smtp-" + code);
    }
}
