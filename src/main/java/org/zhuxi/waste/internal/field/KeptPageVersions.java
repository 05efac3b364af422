package org.zhuxi.waste.internal.field;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells with each page a phone keeps which version it is of, so that markup and scripts never mix. */
@Component
class KeptPageVersions implements WebMvcConfigurer, HandlerInterceptor {

    private final FieldShell shell;

    KeptPageVersions(FieldShell shell) {
        this.shell = shell;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(shell.pages());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader("Zhuxi-Field", shell.version());
        return true;
    }
}
