package org.zhuxi.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.log.RequestIds;

/** What went wrong before any controller was asked, such as an address the firewall refuses; opened by hand there is nothing here. */
@Controller
class ErrorPages implements ErrorController {

    private static final Set<Integer> WITH_WORDS = Set.of(400, 401, 403, 404, 405, 406, 415);

    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known
                ? known
                : HttpStatus.NOT_FOUND.value();
        if (!HttpStatusCode.valueOf(code).is4xxClientError()) {
            var id = RequestIds.of(request);
            return problems.answer(
                    Problem.of("failure", Problem.Kind.INVALID, id), HttpStatus.INTERNAL_SERVER_ERROR, request);
        }
        var words = WITH_WORDS.contains(code) ? code : HttpStatus.BAD_REQUEST.value();
        return problems.answer(
                Problem.of("http-" + words, Problem.Kind.INVALID), HttpStatusCode.valueOf(words), request);
    }
}
