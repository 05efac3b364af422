package org.zhuxi.account.internal;

import jakarta.servlet.DispatcherType;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.zhuxi.account.internal.card.CardLimits;
import org.zhuxi.account.internal.session.PageAskedFor;
import org.zhuxi.account.internal.session.SessionPeople;
import org.zhuxi.account.internal.throttle.RequestLimits;
import org.zhuxi.platform.manifest.Manifests;
import org.zhuxi.platform.web.MapSettings;

/** Who may ask for what: pages with a session and form tokens, the API with bearer tokens or a browser's session. */
@EnableConfigurationProperties(MapSettings.class)
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Open to all and no module's own; the rest is in the modules' manifests. */
    private static final String[] OPEN_TO_ALL = {"/api/openapi.json", "/actuator/health/**", "/favicon.ico", "/error"};

    /** Nothing from elsewhere but pictures under a map where they are configured; data: for the small pictures inside Tabler's style sheet, blob: for photos just taken. */
    private static final String CONTENT_SECURITY =
            "default-src 'self'; img-src 'self' data: blob:%s; media-src 'self' blob:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final String contentSecurity;

    SecurityConfiguration(MapSettings map) {
        contentSecurity = CONTENT_SECURITY.formatted(map.imageSources());
    }

    /** Each filter of each request would be timed by itself, which nobody looks at. */
    @Bean
    SecurityObservationSettings filtersAreNotTimed() {
        return SecurityObservationSettings.noObservations();
    }

    /** Style sheets and scripts are the same for everybody: no look at the session for them. */
    @Bean
    @Order(0)
    SecurityFilterChain assetSecurity(HttpSecurity http) {
        return http.securityMatcher("/assets/**", "/webjars/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .securityContext(context -> context.disable())
                .sessionManagement(session -> session.disable())
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .headers(this::headers)
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            Manifests manifests,
            ApiRefusals refusals,
            Actors actors,
            RememberedLogins remembered,
            SessionPeople people,
            CardLimits limits,
            RequestLimits requestLimits,
            RecentProof proof) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, OPEN_TO_ALL)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, openPaths(manifests))
                                .permitAll()
                                .requestMatchers(proof.sensitive())
                                .access(proof)
                                .anyRequest()
                                .authenticated())
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens())
                        .requireCsrfProtectionMatcher(request ->
                                CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && !BearerTokens.isCarriedBy(request)))
                .securityContext(context -> context.securityContextRepository(people))
                .rememberMe(remember -> remember.rememberMeServices(remembered).key(remembered.getKey()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(this::headers)
                .addFilterBefore(requestLimits, CsrfFilter.class)
                .addFilterBefore(new ForeignForms(refusals), CsrfFilter.class)
                .addFilterBefore(new BearerTokens(actors, refusals), AnonymousAuthenticationFilter.class)
                .addFilterBefore(limits, AuthorizationFilter.class)
                .build();
    }

    /** For programs alone: no session, so no form token; what a visitor may, the facades decide. */
    @Bean
    @Order(2)
    SecurityFilterChain tokenSecurity(
            HttpSecurity http, Manifests manifests, ApiRefusals refusals, Actors actors, RequestLimits requestLimits) {
        return http.securityMatcher(manifests.tokenOnlyPaths().toArray(String[]::new))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .headers(this::headers)
                .addFilterBefore(requestLimits, CsrfFilter.class)
                .addFilterBefore(new BearerTokens(actors, refusals), AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    SecurityFilterChain pageSecurity(
            HttpSecurity http,
            Manifests manifests,
            SessionEnd sessionEnd,
            SignInOutcome outcome,
            RememberedLogins remembered,
            SessionPeople people,
            PageAskedFor asked,
            CardLimits limits,
            RecentProof proof,
            IdentityLogin identities) {
        identities.addTo(http);
        return http.authorizeHttpRequests(requests -> pages(requests, manifests, proof))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens())
                        .ignoringRequestMatchers(manifests.tokenlessForms().toArray(String[]::new)))
                .securityContext(context -> context.securityContextRepository(people))
                .formLogin(form -> form.loginPage(SessionEnd.SIGN_IN)
                        .loginProcessingUrl(SessionEnd.SIGN_IN)
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        // the unsent records of the field app are no cache and stay
                        .addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE)))
                        .logoutSuccessUrl("/"))
                .rememberMe(remember -> remember.rememberMeServices(remembered).key(remembered.getKey()))
                .requestCache(cache -> cache.requestCache(asked))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(sessionEnd).accessDeniedHandler(sessionEnd))
                .headers(this::headers)
                .addFilterBefore(new ForeignForms(sessionEnd), CsrfFilter.class)
                .addFilterBefore(limits, AuthorizationFilter.class)
                .build();
    }

    /** These filters belong into the chains above, not in front of everything. */
    @Bean
    FilterRegistrationBean<CardLimits> cardLimitsOnlyInChains(CardLimits limits) {
        var registration = new FilterRegistrationBean<>(limits);
        registration.setEnabled(false);
        return registration;
    }

    /** Argon2id with 19 MiB, two passes and one lane, as OWASP advises; the prefix allows for another one some day. */
    @Bean
    PasswordEncoder passwords() {
        return new DelegatingPasswordEncoder(
                "argon2id", Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, 19_456, 2)));
    }

    private static void pages(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            Manifests manifests,
            RecentProof proof) {
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(OPEN_TO_ALL)
                .permitAll()
                .requestMatchers(openPaths(manifests))
                .permitAll()
                .requestMatchers(proof.sensitive())
                .access(proof)
                .requestMatchers("/work/**", "/field/**")
                .access(RecentProof::unlessWithheld)
                .anyRequest()
                .authenticated();
    }

    private static String[] openPaths(Manifests manifests) {
        return manifests.publicPaths().toArray(String[]::new);
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurity))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(self), geolocation=(self), microphone=(), payment=()"));
    }

    @Bean
    FilterRegistrationBean<RequestLimits> requestLimitsOnlyInChains(RequestLimits limits) {
        var registration = new FilterRegistrationBean<>(limits);
        registration.setEnabled(false);
        return registration;
    }

    /** In a cookie, so that a visitor's form needs no session; {@link ForeignForms} guards what a cookie cannot. */
    private static CookieCsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("zhuxi-form");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return tokens;
    }
}
