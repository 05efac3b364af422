package org.zhuxi.account.internal.throttle;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.zhuxi.account.SignInRefused;
import org.zhuxi.platform.manifest.Manifests;

/** Keeps visitors from finding codes by trying: on the paths the modules name, too many that do not exist are answered 429. */
@Configuration(proxyBeanMethods = false)
class LookupLimits implements WebMvcConfigurer, HandlerInterceptor {

    private final LookupThrottle throttle;
    private final Manifests manifests;

    LookupLimits(LookupThrottle throttle, Manifests manifests) {
        this.throttle = throttle;
        this.manifests = manifests;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // after the language was read from the address, so that the refusal is in it
        registry.addInterceptor(this)
                .addPathPatterns(manifests.guessablePaths())
                .order(Ordered.LOWEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        try {
            throttle.requireMay(request.getRemoteAddr());
        } catch (SignInRefused.Guessing guessing) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(guessing.seconds()));
            throw guessing;
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (isMiss(request, response.getStatus()) && request.getDispatcherType() == DispatcherType.REQUEST) {
            throttle.missed(request.getRemoteAddr());
        }
    }

    /** Something that does not exist, or a wrong password; who sends none is only told to. */
    private static boolean isMiss(HttpServletRequest request, int status) {
        return status == HttpStatus.NOT_FOUND.value()
                || status == HttpStatus.UNAUTHORIZED.value() && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }
}
