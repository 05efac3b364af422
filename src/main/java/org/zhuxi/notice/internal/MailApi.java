package org.zhuxi.notice.internal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.notice.MailAddress;
import org.zhuxi.notice.MailAddresses;

/** One's own e-mail address for notifications. A token reads it; changing it is done in person. */
@RestController
@RequestMapping("/api/v1/me/mail-address")
class MailApi {

    private final MailAddresses addresses;

    MailApi(MailAddresses addresses) {
        this.addresses = addresses;
    }

    /** @param address that waits for its link to be used */
    record Asked(@Nullable String address) {}

    /**
     * How one is written to.
     *
     * @param on whether the operator configured it
     * @param pending an address that is not confirmed yet
     */
    record MailJson(
            boolean on,
            @Nullable MailAddress current,
            @Nullable String pending) {}

    @GetMapping
    MailJson get(Actor actor) {
        return new MailJson(
                addresses.isOn(),
                addresses.find(actor).orElse(null),
                addresses.pending(actor).orElse(null));
    }

    @PutMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    MailJson ask(Actor actor, Locale locale, @RequestBody Asked asked) {
        addresses.ask(actor, asked.address() == null ? "" : asked.address(), locale);
        return get(actor);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor) {
        addresses.remove(actor);
    }
}
