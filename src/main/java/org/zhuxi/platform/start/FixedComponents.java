package org.zhuxi.platform.start;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.util.ClassUtils;

/**
 * Lets the packaged program start from the components that were found while it was built, unless somebody's settings may choose
 * other ones. Settings of Zhuxi never do; those of Spring may, such as a mail server or somebody else's sign-in, and then
 * components are sought at the start. {@code -Dspring.aot.enabled=false} always seeks.
 */
final class FixedComponents implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String FIXED = "spring.aot.enabled";

    private static final List<String> MAY_CHOOSE =
            List.of("spring.", "management.", "server.", "springdoc.", "db-scheduler.");

    private static final List<String> CHOOSE_NOTHING = List.of(
            "spring.application.",
            "spring.config.",
            "spring.datasource.hikari.",
            "spring.main.banner-mode",
            "spring.ssl.",
            "server.address",
            "server.port",
            "server.ssl.",
            "server.tomcat.");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (System.getProperty(FIXED) == null
                && isPackaged(event.getSpringApplication())
                && given(event.getEnvironment()).noneMatch(FixedComponents::mayChoose)) {
            System.setProperty(FIXED, "true");
        }
    }

    /** Folders of classes are not asked: they may hold what an earlier build found. */
    private static boolean isPackaged(SpringApplication program) {
        var main = Objects.requireNonNull(program.getMainApplicationClass());
        var source = main.getProtectionDomain().getCodeSource();
        return source != null
                && source.getLocation().getPath().endsWith(".jar")
                && ClassUtils.isPresent(main.getName() + "__ApplicationContextInitializer", main.getClassLoader());
    }

    /** Names of all settings that came from outside: arguments, variables and files beside the program. */
    private static Stream<String> given(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(source -> !source.getName().contains("class path resource"))
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()));
    }

    /** Variables of the system bear names such as {@code SPRING_MAIL_HOST}. */
    static boolean mayChoose(String name) {
        var dotted = name.equals(name.toUpperCase(Locale.ROOT))
                ? name.toLowerCase(Locale.ROOT).replace('_', '.')
                : name;
        return MAY_CHOOSE.stream().anyMatch(dotted::startsWith)
                && CHOOSE_NOTHING.stream().noneMatch(dotted::startsWith);
    }
}
