package org.zhuxi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.zhuxi.platform.manifest.Manifests;
import org.zhuxi.platform.security.CurrentActor;

/** Makes the {@link Page} of every view, and of handlers that ask for it; what is no page has none. */
@Component
public class PageMaker implements HandlerInterceptor, HandlerMethodArgumentResolver, WebMvcConfigurer {

    /** Asking the token for its name would make one, and with it a cookie, for every visitor. */
    private static final String FORM_TOKEN = "_csrf";

    private final Messages messages;
    private final Manifests manifests;

    PageMaker(Messages messages, Manifests manifests) {
        this.messages = messages;
        this.manifests = manifests;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class;
    }

    @Override
    public Page resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return page(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view != null && !Objects.requireNonNullElse(view.getViewName(), "").startsWith("redirect:")) {
            view.addObject("page", page(request, CodeAddress.in(view, request.getRequestURI())));
        }
    }

    public Page page(HttpServletRequest request) {
        return page(request, new CodeAddress(request.getRequestURI(), ""));
    }

    private Page page(HttpServletRequest request, CodeAddress address) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Page(
                messages,
                manifests,
                LocaleContextHolder.getLocale(),
                CurrentActor.get(),
                address,
                Objects.requireNonNullElse(request.getQueryString(), ""),
                FORM_TOKEN,
                csrf == null ? () -> "" : csrf::getToken,
                (Instant) request.getAttribute(Page.LENT_UNTIL),
                (String) request.getAttribute(Page.ACTING_FOR),
                Look.of(request));
    }
}
