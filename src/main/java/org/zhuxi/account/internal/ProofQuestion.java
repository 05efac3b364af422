package org.zhuxi.account.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.zhuxi.account.internal.throttle.SignInSettings;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request that needs a recent proof with the page that asks for one; what was typed goes along. */
@Component
class ProofQuestion {

    static final String PAGE = "/me/proof";

    private final SignInView view;
    private final SignInSettings settings;
    private final JsonMapper json;

    ProofQuestion(SignInView view, SignInSettings settings, JsonMapper json) {
        this.view = view;
        this.settings = settings;
        this.json = json;
    }

    void ask(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        var resumption = Resumption.ofRefused(request).orElse(null);
        var accepts = request.getHeader(HttpHeaders.ACCEPT);
        if (request.getHeader("HX-Request") != null) {
            if (resumption != null) {
                resumption.keepIn(request);
            }
            response.setHeader("HX-Redirect", PAGE);
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (MediaType.APPLICATION_JSON_VALUE.equals(accepts)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(response.getOutputStream(), Map.of("to", PAGE));
        } else {
            view.proof(
                    request, response, new ProofContent("", settings.proofTime().toMinutes(), List.of(), resumption));
        }
    }
}
