package org.zhuxi.account.internal.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.throttle.Allowance;
import org.zhuxi.platform.web.ProblemWriter;

/** Answers 429 to a program that asks more often than its allowance; counts in the memory of this instance. */
@EnableConfigurationProperties(ApiSettings.class)
@Component
public class RequestLimits extends OncePerRequestFilter {

    private static final int MOST_REMEMBERED = 100_000;

    private final ApiSettings settings;
    private final ProblemWriter problems;
    private final LocaleResolver locales;
    private final Cache<String, Allowance> allowances = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            // after a quiet minute the allowance is whole again: nothing is lost by forgetting it
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    RequestLimits(ApiSettings settings, ProblemWriter problems, LocaleResolver locales) {
        this.settings = settings;
        this.problems = problems;
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = request.getHeader(HttpHeaders.AUTHORIZATION);
        var perMinute = token == null ? settings.addressRequestsPerMinute() : settings.tokenRequestsPerMinute();
        var wait = perMinute <= 0 ? 0 : take(token == null ? request.getRemoteAddr() : token, perMinute);
        if (wait == 0) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
            var problem = Problem.of("account-too-many-requests", Problem.Kind.TOO_MANY, wait);
            problems.write(problem, locales.resolveLocale(request), request, response);
        }
    }

    private long take(String whose, int perMinute) {
        var now = System.nanoTime();
        return allowances.get(whose, any -> Allowance.perMinute(perMinute, now)).take(now);
    }
}
