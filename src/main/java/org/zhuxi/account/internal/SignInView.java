package org.zhuxi.account.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.web.PageMaker;
import org.zhuxi.platform.web.ProblemWriter;

/** Answers with a page from within the security filters, where no controller is at hand. */
@Component
public class SignInView {

    private final ViewResolver views;
    private final PageMaker pages;
    private final LocaleResolver locales;
    private final ProblemWriter problems;
    private final SignInWays ways;

    SignInView(
            ViewResolver jteViewResolver,
            PageMaker pages,
            LocaleResolver locales,
            ProblemWriter problems,
            SignInWays ways) {
        this.views = jteViewResolver;
        this.pages = pages;
        this.locales = locales;
        this.problems = problems;
        this.ways = ways;
    }

    void signIn(HttpServletRequest request, HttpServletResponse response, SignInContent content)
            throws IOException, ServletException {
        var model = new HashMap<String, Object>(Map.of("content", content, "ways", ways.list()));
        render("account/sign-in", content.waitMinutes() > 0 ? 429 : 401, model, request, response);
    }

    void proof(HttpServletRequest request, HttpServletResponse response, ProofContent content)
            throws IOException, ServletException {
        render("account/proof", 403, new HashMap<>(Map.of("content", content)), request, response);
    }

    void resume(HttpServletRequest request, HttpServletResponse response, Resumption resumption)
            throws IOException, ServletException {
        render("account/resume", 403, new HashMap<>(Map.of("resumption", resumption)), request, response);
    }

    public void problem(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException, ServletException {
        var status = HttpStatusCode.valueOf(problem.kind().status());
        var detail = problems.detail(problem, status, locales.resolveLocale(request), request.getRequestURI());
        render("layout/problem", status.value(), new HashMap<>(Map.of("problem", detail)), request, response);
    }

    private void render(
            String name,
            int status,
            Map<String, Object> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var locale = locales.resolveLocale(request);
        LocaleContextHolder.setLocale(locale);
        model.put("page", pages.page(request));
        response.setStatus(status);
        try {
            Objects.requireNonNull(views.resolveViewName(name, locale), name).render(model, request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
