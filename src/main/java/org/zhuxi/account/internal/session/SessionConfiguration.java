package org.zhuxi.account.internal.session;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.EnumSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.zhuxi.account.internal.SignInView;
import org.zhuxi.platform.web.ProblemWriter;

/** Sessions live in {@code account.session}, so that they survive a restart and any instance can answer. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "account.session")
class SessionConfiguration {

    static final String COOKIE = "zhuxi-session";

    /**
     * Spring Session's statement, which leaves the row alone while nothing has changed but the last access and that by less
     * than a minute: reading a page would else mean a write, and a forced one, for everybody who is signed in.
     */
    private static final String UPDATE = """
            update account.session as kept
            set session_id = now.session_id, last_access_time = now.last_access_time,
                max_inactive_interval = now.max_inactive_interval, expiry_time = now.expiry_time,
                principal_name = now.principal_name
            from (values (
                cast(? as char(36)), cast(? as bigint), cast(? as integer), cast(? as bigint), cast(? as varchar))
            ) as now (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name)
            where kept.primary_id = ?
            and (now.last_access_time - kept.last_access_time >= 60000
                or now.session_id <> kept.session_id
                or now.max_inactive_interval <> kept.max_inactive_interval
                or now.principal_name is distinct from kept.principal_name)""";

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsInPostgres(
            @Value("${server.servlet.session.timeout:8h}") Duration life) {
        return repository -> {
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(repository);
            repository.setUpdateSessionQuery(UPDATE);
            repository.setDefaultMaxInactiveInterval(life);
            repository.setConversionService(SessionTexts.conversion());
            // the job account.forget does it, in one of the programs
            repository.setCleanupCron(ScheduledTaskRegistrar.CRON_DISABLED);
        };
    }

    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    /** Also around error pages and answers that come later. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(SessionRepositoryFilter<?> filter) {
        var registration = new FilterRegistrationBean<SessionRepositoryFilter<?>>(filter);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    /** Around the filter above, which reads the database too. */
    @Bean
    FilterRegistrationBean<OutageAnswer> outageAnswer(ProblemWriter problems, LocaleResolver locales, SignInView view) {
        var registration = new FilterRegistrationBean<>(new OutageAnswer(problems, locales, view));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return registration;
    }
}
