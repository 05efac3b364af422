package org.zhuxi.account.internal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;
import org.zhuxi.account.internal.session.SessionPeople;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was asked of a provider as a short text in the session until the answer comes. */
@Component
public class PendingRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String ATTRIBUTE = "identity.request";

    private final JsonMapper json;

    PendingRequests(JsonMapper json) {
        this.json = json;
    }

    private record Kept(
            String authorizationUri,
            String clientId,
            String redirectUri,
            Set<String> scopes,
            String state,
            Map<String, String> parameters,
            Map<String, String> attributes,
            String requestUri) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String text ? read(text, request) : null;
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            SessionPeople.take(request, ATTRIBUTE);
        } else {
            SessionPeople.keepBriefly(request, ATTRIBUTE, json.writeValueAsString(kept(asked)));
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var text = SessionPeople.take(request, ATTRIBUTE);
        return text == null ? null : read(text, request);
    }

    /** Only the answer to this very question is taken. */
    private @Nullable OAuth2AuthorizationRequest read(String text, HttpServletRequest request) {
        try {
            var kept = json.readValue(text, Kept.class);
            return kept.state().equals(request.getParameter(OAuth2ParameterNames.STATE)) ? asked(kept) : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static Kept kept(OAuth2AuthorizationRequest asked) {
        return new Kept(
                asked.getAuthorizationUri(),
                asked.getClientId(),
                Objects.requireNonNull(asked.getRedirectUri()),
                asked.getScopes(),
                Objects.requireNonNull(asked.getState()),
                texts(asked.getAdditionalParameters()),
                texts(asked.getAttributes()),
                asked.getAuthorizationRequestUri());
    }

    private static OAuth2AuthorizationRequest asked(Kept kept) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(kept.authorizationUri())
                .clientId(kept.clientId())
                .redirectUri(kept.redirectUri())
                .scopes(kept.scopes())
                .state(kept.state())
                .additionalParameters(new HashMap<>(kept.parameters()))
                .attributes(attributes -> attributes.putAll(kept.attributes()))
                .authorizationRequestUri(kept.requestUri())
                .build();
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        var texts = new HashMap<String, String>();
        values.forEach((name, value) -> texts.put(name, value.toString()));
        return texts;
    }
}
