package org.zhuxi.account.internal;

import jakarta.servlet.DispatcherType;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.zhuxi.platform.manifest.Manifests;

/** Who may ask for what: pages with a session and form tokens, the API with bearer tokens or a browser's session. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Open to all and no module's own; the rest is in the modules' manifests. */
    private static final String[] OPEN_TO_ALL = {
        "/assets/**", "/webjars/**", "/api/openapi.json", "/actuator/health/**", "/favicon.ico", "/error"
    };

    /** Nothing from elsewhere; data: for the small pictures inside Tabler's style sheet, blob: for photos just taken. */
    private static final String CONTENT_SECURITY =
            "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(
            HttpSecurity http, Manifests manifests, ApiRefusals refusals, Actors actors, RememberedLogins remembered) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, OPEN_TO_ALL)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, openPaths(manifests))
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(request ->
                        CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && !BearerTokens.isCarriedBy(request)))
                .rememberMe(remember -> remember.rememberMeServices(remembered).key(remembered.getKey()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(SecurityConfiguration::headers)
                .addFilterBefore(new BearerTokens(actors, refusals), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new PresentActor(actors), AuthorizationFilter.class)
                .build();
    }

    @Bean
    SecurityFilterChain pageSecurity(
            HttpSecurity http,
            Manifests manifests,
            SessionEnd sessionEnd,
            SignInOutcome outcome,
            Actors actors,
            RememberedLogins remembered) {
        return http.authorizeHttpRequests(requests -> pages(requests, manifests))
                .formLogin(form -> form.loginPage(SessionEnd.SIGN_IN)
                        .loginProcessingUrl(SessionEnd.SIGN_IN)
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .rememberMe(remember -> remember.rememberMeServices(remembered).key(remembered.getKey()))
                .requestCache(cache -> cache.requestCache(pagesToComeBackTo()))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(sessionEnd).accessDeniedHandler(sessionEnd))
                .headers(SecurityConfiguration::headers)
                .addFilterBefore(new PresentActor(actors), AuthorizationFilter.class)
                .build();
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Argon2id with 19 MiB, two passes and one lane, as OWASP advises; the prefix allows for another one some day. */
    @Bean
    PasswordEncoder passwords() {
        return new DelegatingPasswordEncoder(
                "argon2id", Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, 19_456, 2)));
    }

    private static void pages(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            Manifests manifests) {
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(OPEN_TO_ALL)
                .permitAll()
                .requestMatchers(openPaths(manifests))
                .permitAll()
                .anyRequest()
                .authenticated();
    }

    private static String[] openPaths(Manifests manifests) {
        return manifests.publicPaths().toArray(String[]::new);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(self), geolocation=(self), microphone=(), payment=()"));
    }

    /** Whole pages only: neither fragments nor what scripts ask for. */
    private static RequestCache pagesToComeBackTo() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> {
            var accepts = request.getHeader("Accept");
            return request.getMethod().equals("GET")
                    && request.getHeader("HX-Request") == null
                    && accepts != null
                    && accepts.contains("text/html");
        });
        return cache;
    }
}
