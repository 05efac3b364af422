package org.zhuxi.notice.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.notice.MailAddresses;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.notice.NotificationKind;

/**
 * E-mail in the settings, and the two pages that links in letters open. Those ask for a press, for mail programs open links by
 * themselves; they need no sign-in, the link is the proof.
 */
@Controller
class MailPages {

    private static final String SETTINGS = "redirect:/me/notifications/settings#mail";

    private final MailAddresses addresses;
    private final SettingsPage settings;

    MailPages(MailAddresses addresses, SettingsPage settings) {
        this.addresses = addresses;
        this.settings = settings;
    }

    @PostMapping("/me/notifications/settings/mail")
    ModelAndView ask(Actor actor, Locale locale, @RequestParam(defaultValue = "") String address) {
        try {
            addresses.ask(actor, address, locale);
            return new ModelAndView(SETTINGS);
        } catch (NoticeRefused refused) {
            return settings.again(actor, refused).addObject("typedAddress", address);
        }
    }

    @PostMapping("/me/notifications/settings/mail/removal")
    String remove(Actor actor) {
        addresses.remove(actor);
        return SETTINGS;
    }

    @PostMapping("/me/notifications/settings/mail/kinds")
    String choose(Actor actor, @RequestParam(defaultValue = "") List<String> writes) {
        addresses.choose(
                actor,
                Arrays.stream(NotificationKind.values())
                        .filter(kind -> writes.contains(kind.name()))
                        .collect(Collectors.toSet()));
        return SETTINGS;
    }

    @GetMapping(MailLetters.CONFIRMATION)
    ModelAndView confirm() {
        return page("notice.mail.confirm", MailLetters.CONFIRMATION, "");
    }

    @PostMapping(MailLetters.CONFIRMATION)
    ModelAndView confirmed(@RequestParam(defaultValue = "") String token) {
        addresses.confirm(token);
        return page("notice.mail.confirmed", "", "");
    }

    /** @param token of mail programs that open the address of their button (RFC 2369) */
    @GetMapping(MailLetters.UNSUBSCRIPTION)
    ModelAndView unsubscribe(@RequestParam(defaultValue = "") String token) {
        return page("notice.mail.leave", MailLetters.UNSUBSCRIPTION, token);
    }

    /** Also what the mail provider posts when its button is pressed (RFC 8058): no cookie, no form token, no sign-in. */
    @PostMapping(MailLetters.UNSUBSCRIPTION)
    ModelAndView unsubscribed(@RequestParam(defaultValue = "") String token) {
        addresses.unsubscribe(token);
        return page("notice.mail.left", "", "");
    }

    /** @param action where the button leads, or empty without one */
    private static ModelAndView page(String words, String action, String token) {
        return new ModelAndView("notice/mail-link")
                .addObject("words", words)
                .addObject("action", action)
                .addObject("token", token);
    }
}
