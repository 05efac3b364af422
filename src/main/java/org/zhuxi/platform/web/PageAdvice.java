package org.zhuxi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.zhuxi.platform.manifest.Manifests;
import org.zhuxi.platform.security.CurrentActor;

/** Gives every page its {@link Page}. */
@ControllerAdvice(annotations = Controller.class)
public class PageAdvice {

    /** Asking the token for its name would make one, and with it a cookie, for every visitor. */
    private static final String FORM_TOKEN = "_csrf";

    private final Messages messages;
    private final Manifests manifests;

    PageAdvice(Messages messages, Manifests manifests) {
        this.messages = messages;
        this.manifests = manifests;
    }

    @ModelAttribute("page")
    public Page page(HttpServletRequest request) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Page(
                messages,
                manifests,
                LocaleContextHolder.getLocale(),
                CurrentActor.get(),
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                FORM_TOKEN,
                csrf == null ? () -> "" : csrf::getToken,
                (Instant) request.getAttribute(Page.LENT_UNTIL),
                (String) request.getAttribute(Page.ACTING_FOR),
                Look.of(request));
    }
}
