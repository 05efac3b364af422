package org.zhuxi.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

/** What is special about a start: fixed components, and quick lookups of them. */
class ProgramTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.mail.host",
                "SPRING_MAIL_HOST",
                "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_CITY_CLIENT_ID",
                "spring.security.oauth2.client.registration.city.client-id",
                "management.server.port",
                "spring.autoconfigure.exclude",
                "server.forward-headers-strategy",
                "SERVER_FORWARD_HEADERS_STRATEGY"
            })
    void componentsAreSoughtWhenASettingMayChooseThem(String name) {
        assertThat(FixedComponents.mayChoose(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zhuxi.demo",
                "ZHUXI_DB_URL",
                "ZHUXI_DB_USER",
                "zhuxi.command",
                "server.port",
                "SERVER_PORT",
                "server.ssl.bundle",
                "spring.config.location",
                "SPRING_CONFIG_IMPORT",
                "SPRING_CONFIG_ADDITIONAL_LOCATION",
                "spring.datasource.hikari.maximum-pool-size",
                "spring.application.pid",
                "PATH",
                "java.home"
            })
    void otherSettingsChooseNothing(String name) {
        assertThat(FixedComponents.mayChoose(name)).isFalse();
    }

    @Test
    void quickLookupsFindWhatSpringFinds() {
        var spring = filled(new DefaultListableBeanFactory());
        var quick = filled(new QuickLookups());

        for (var parameter : new Class<?>[] {String.class, Integer.class, Long.class}) {
            var type = ResolvableType.forClassWithGenerics(Source.class, parameter);
            assertThat(quick.getBeanNamesForType(type))
                    .as("sources of %s", parameter)
                    .containsExactly(spring.getBeanNamesForType(type));
        }
        var words = ResolvableType.forClassWithGenerics(Source.class, String.class);
        assertThat(quick.getBeanNamesForType(words)).containsExactly("words");
        assertThat(quick.<Source<String>>getBeanProvider(words).getObject()).isInstanceOf(Words.class);
        assertThat(quick.getBeanNamesForType(ResolvableType.forClass(Source.class)))
                .containsExactly("words", "numbers");
    }

    private static <F extends DefaultListableBeanFactory> F filled(F beans) {
        beans.registerBeanDefinition("words", new RootBeanDefinition(Words.class));
        beans.registerBeanDefinition("numbers", new RootBeanDefinition(Numbers.class));
        beans.registerBeanDefinition("other", new RootBeanDefinition(Object.class));
        beans.freezeConfiguration();
        return beans;
    }

    interface Source<T> {}

    static class Words implements Source<String> {}

    static class Numbers implements Source<Integer> {}
}
