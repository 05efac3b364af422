package org.zhuxi.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.zhuxi.kernel.Problem;

/** Refuses a JSON body of more than four mebibytes before it fills the memory; a full batch of 1,000 needs less than one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {

    static final int LIMIT_BYTES = 4 * 1024 * 1024;

    private final ProblemWriter problems;
    private final LocaleResolver locales;

    BodyLimit(ProblemWriter problems, LocaleResolver locales) {
        this.problems = problems;
        this.locales = locales;
    }

    static Problem problem() {
        return Problem.of("body-too-large", Problem.Kind.TOO_LARGE, LIMIT_BYTES / (1024 * 1024));
    }

    static boolean isExceededIn(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Exceeded) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        var uri = request.getRequestURI();
        return !uri.startsWith("/api/") && !uri.startsWith("/sta/") || type != null && type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LIMIT_BYTES) {
            problems.write(problem(), locales.resolveLocale(request), request, response);
            return;
        }
        chain.doFilter(new Limited(request), response);
    }

    private static final class Exceeded extends IOException {
        Exceeded() {
            super("The body is larger than " + LIMIT_BYTES + " bytes");
        }
    }

    /** Counts what is read, for bodies that do not tell their length beforehand. */
    private static final class Limited extends HttpServletRequestWrapper {

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream inner;
        private long read;

        Counted(ServletInputStream inner) {
            this.inner = inner;
        }

        @Override
        public int read() throws IOException {
            return count(inner.read(), 1);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var got = inner.read(target, offset, length);
            return count(got, Math.max(got, 0));
        }

        private int count(int result, int bytes) throws IOException {
            read += bytes;
            if (read > LIMIT_BYTES) {
                throw new Exceeded();
            }
            return result;
        }

        @Override
        public boolean isFinished() {
            return inner.isFinished();
        }

        @Override
        public boolean isReady() {
            return inner.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            inner.setReadListener(listener);
        }
    }
}
