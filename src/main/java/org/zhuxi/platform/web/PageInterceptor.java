package org.zhuxi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.zhuxi.platform.manifest.Manifests;
import org.zhuxi.platform.security.CurrentActor;

/** Gives every page its {@link Page}, and what is no page none. */
@Component
public class PageInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    /** Asking the token for its name would make one, and with it a cookie, for every visitor. */
    private static final String FORM_TOKEN = "_csrf";

    private final Messages messages;
    private final Manifests manifests;

    PageInterceptor(Messages messages, Manifests manifests) {
        this.messages = messages;
        this.manifests = manifests;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view != null && !Objects.requireNonNullElse(view.getViewName(), "").startsWith("redirect:")) {
            view.addObject("page", page(request));
        }
    }

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
