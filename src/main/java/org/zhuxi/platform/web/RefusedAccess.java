package org.zhuxi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerMapping;
import org.zhuxi.platform.security.SignedIn;

/** Leaves a line in the log when somebody is refused what he may not, or a token or form that does not hold. */
public final class RefusedAccess {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAccess.class);

    private RefusedAccess() {}

    /** @param reason short code such as {@code forbidden} or {@code account-form-token}; nothing a person typed */
    public static void note(String reason, HttpServletRequest request) {
        LOG.info("Refused {}: {} {} to {}", reason, request.getMethod(), pattern(request), who());
    }

    /** The form of the path, such as {@code /households/{id}}; what stands in it may name somebody. */
    static Object pattern(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "?" : pattern;
    }

    private static Object who() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person
                ? person.actor().account()
                : "a visitor";
    }
}
