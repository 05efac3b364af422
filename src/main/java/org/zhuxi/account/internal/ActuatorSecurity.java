package org.zhuxi.account.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.zhuxi.account.internal.card.CardLimits;
import org.zhuxi.account.internal.session.SessionPeople;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.operations.OperationsPermissions;
import org.zhuxi.platform.security.CurrentActor;

/** Health is open and says no more than yes or no; measurements are for operators, by token or signed in. */
@Configuration(proxyBeanMethods = false)
class ActuatorSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain actuatorFilters(
            HttpSecurity http, ApiRefusals refusals, Actors actors, SessionPeople people, CardLimits limits) {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .access((signedIn, request) -> new AuthorizationDecision(
                                CurrentActor.get().may(OperationsPermissions.WATCH, PlacePath.NATION))))
                .csrf(AbstractHttpConfigurer::disable) // nothing here changes anything
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .securityContext(context -> context.securityContextRepository(people))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new BearerTokens(actors, refusals), AnonymousAuthenticationFilter.class)
                .addFilterBefore(limits, AuthorizationFilter.class)
                .build();
    }
}
