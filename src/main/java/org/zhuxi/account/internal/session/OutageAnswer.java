package org.zhuxi.account.internal.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.zhuxi.account.internal.SignInView;
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.database.Outage;
import org.zhuxi.platform.web.ProblemWriter;

/** Who somebody is stands in the database: while it is away, even the door answers 503 and when to come back. */
final class OutageAnswer extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OutageAnswer.class);
    private static final String SECONDS = "5";

    private final ProblemWriter problems;
    private final LocaleResolver locales;
    private final SignInView view;

    OutageAnswer(ProblemWriter problems, LocaleResolver locales, SignInView view) {
        this.problems = problems;
        this.locales = locales;
        this.view = view;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (response.isCommitted() || !Outage.isCauseOf(e)) {
                throw e;
            }
            LOG.warn("The database is away: {}", e.getMessage());
            answer(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        SecurityContextHolder.clearContext();
        response.reset();
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        var problem = Problem.of("database-away", Problem.Kind.UNAVAILABLE);
        if (ProblemWriter.isForPrograms(request)) {
            problems.write(problem, locales.resolveLocale(request), request, response);
        } else {
            view.problem(request, response, problem);
        }
    }
}
