package org.zhuxi.notice.internal;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.notice.Notification;
import org.zhuxi.platform.web.Messages;

/** What letters say, and the links in them. The subject names the kind of news only: it stands on locked screens. */
@Component
public class MailLetters {

    static final String CONFIRMATION = "/mail/confirmation";
    static final String UNSUBSCRIPTION = "/mail/unsubscription";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String PURPOSE = "unsubscribe ";

    private final MailChannel channel;
    private final MailStore store;
    private final Sealed sealed;
    private final Messages messages;

    MailLetters(MailChannel channel, MailStore store, Sealed sealed, Messages messages) {
        this.channel = channel;
        this.store = store;
        this.sealed = sealed;
        this.messages = messages;
    }

    /** Sends the link for confirming an address; names nobody, for the address may be somebody else's. */
    public MailChannel.Sent confirm(String address, Locale locale, MailLink link) {
        var text = messages.get(locale, "notice.mail.confirm-text", channel.link(CONFIRMATION + "#" + link.text()));
        return channel.send(
                new MailChannel.Letter(address, messages.get(locale, "notice.mail.confirm-subject"), text, Map.of()));
    }

    /** Sends one notification; empty when there is nowhere to send it. */
    Optional<MailChannel.Sent> send(PushStore.Due due, Notification notification) {
        if (!channel.isOn()) {
            return Optional.empty();
        }
        return store.findOpen(due.accountId(), due.subscriptionId()).map(box -> send(box, notification));
    }

    private MailChannel.Sent send(MailStore.Box box, Notification notification) {
        try {
            var locale = Locale.of(box.language());
            var kind = notification.kind();
            var token = token(box.id());
            var text = messages.get(
                    locale,
                    "notice.mail.text",
                    messages.get(
                            locale, kind.message(), notification.arguments().toArray()),
                    DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                            .withLocale(locale)
                            .format(notification.at().atZone(ZONE)),
                    channel.link("/me/notifications"),
                    channel.link(UNSUBSCRIPTION + "#" + token));
            return channel.send(new MailChannel.Letter(
                    sealed.open(box.address()),
                    messages.get(locale, "notice.mail.subject", messages.get(locale, kind.label())),
                    text,
                    // RFC 2369 and RFC 8058: the button of the reader's mail program, which posts to an address and
                    // nothing else
                    Map.of(
                            "List-Unsubscribe",
                            "<" + channel.link(UNSUBSCRIPTION + "?token=" + token) + ">",
                            "List-Unsubscribe-Post",
                            "List-Unsubscribe=One-Click")));
        } catch (IllegalStateException e) {
            return new MailChannel.Sent(MailChannel.Fate.NEVER, "key-lost");
        }
    }

    /** Says which address is meant; sealed, so that nobody makes one up. */
    String token(UUID address) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.seal(PURPOSE + address));
    }

    /** The id of the address in a letter's link. */
    public Optional<UUID> addressIn(String token) {
        try {
            var words = sealed.open(Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.US_ASCII)));
            return words.startsWith(PURPOSE)
                    ? Optional.of(UUID.fromString(words.substring(PURPOSE.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
