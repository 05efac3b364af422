package org.zhuxi.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.place.Places;
import org.zhuxi.testing.ZhuxiTest;

/** What constructors ask for is found by name, which is what keeps starts short. */
@ZhuxiTest
class InjectionTests {

    private final DefaultListableBeanFactory beans;

    InjectionTests(DefaultListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Asks for a component of ours, a bean of a library and something no bean is named after. */
    private record Asking(Places places, JdbcClient jdbcClient, CharSequence words) {}

    private String suggested(int parameter) {
        var constructor = Asking.class.getDeclaredConstructors()[0];
        return String.valueOf(beans.getAutowireCandidateResolver()
                .getSuggestedName(new DependencyDescriptor(new MethodParameter(constructor, parameter), true)));
    }

    @Test
    void componentsAreSuggestedByTheirClass() {
        assertThat(suggested(0)).isEqualTo(Places.class.getName());
        assertThat(beans.isTypeMatch(suggested(0), Places.class)).isTrue();
    }

    @Test
    void beansOfLibrariesAreSuggestedByTheirType() {
        assertThat(suggested(1)).isEqualTo("jdbcClient");
        assertThat(beans.isTypeMatch(suggested(1), JdbcClient.class)).isTrue();
    }

    @Test
    void aSuggestionWithoutABeanLeavesTheSearchByType() {
        assertThat(beans.containsBean(suggested(2))).isFalse();
    }
}
