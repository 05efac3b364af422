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

/**
 * Answers 429 to a program that asks more often than its allowance; counts in the memory of this instance. A token has an allowance
 * of its own once it was found valid; until then, and when it is not, its requests are those of the address.
 */
@EnableConfigurationProperties(ApiSettings.class)
@Component
public class RequestLimits extends OncePerRequestFilter {

    private static final int MOST_REMEMBERED = 100_000;

    private final ApiSettings settings;
    private final ProblemWriter problems;
    private final LocaleResolver locales;
    private final Cache<String, Allowance> ofAddresses = remembered();
    private final Cache<String, Allowance> ofTokens = remembered();

    RequestLimits(ApiSettings settings, ProblemWriter problems, LocaleResolver locales) {
        this.settings = settings;
        this.problems = problems;
        this.locales = locales;
    }

    private static Cache<String, Allowance> remembered() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                // after a quiet minute the allowance is whole again: nothing is lost by forgetting it
                .expireAfterAccess(Duration.ofMinutes(2))
                .build();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = request.getHeader(HttpHeaders.AUTHORIZATION);
        var known = token == null ? null : ofTokens.getIfPresent(token);
        var wait = known == null ? take(request.getRemoteAddr()) : known.take(System.nanoTime());
        if (wait == 0) {
            chain.doFilter(request, response);
            if (known == null && token != null && response.getStatus() != HttpServletResponse.SC_UNAUTHORIZED) {
                remember(token);
            }
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
            var problem = Problem.of("account-too-many-requests", Problem.Kind.TOO_MANY, wait);
            problems.write(problem, locales.resolveLocale(request), request, response);
        }
    }

    private long take(String address) {
        var now = System.nanoTime();
        var perMinute = settings.addressRequestsPerMinute();
        return perMinute <= 0
                ? 0
                : ofAddresses
                        .get(address, any -> Allowance.perMinute(perMinute, now))
                        .take(now);
    }

    private void remember(String token) {
        var perMinute = settings.tokenRequestsPerMinute();
        if (perMinute > 0) {
            var now = System.nanoTime();
            ofTokens.get(token, any -> Allowance.perMinute(perMinute, now)).take(now);
        }
    }
}
