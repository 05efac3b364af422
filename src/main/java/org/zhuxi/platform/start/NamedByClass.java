package org.zhuxi.platform.start;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Finds what a constructor asks for by name first: components bear the full names of their classes, beans of libraries those
 * of their types. Otherwise each class asked for would be looked for among all components, some thousand times a thousand,
 * a good part of a start.
 */
@Component
class NamedByClass implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (beans instanceof DefaultListableBeanFactory factory) {
            var resolver = new Resolver(factory);
            resolver.setBeanFactory(factory);
            factory.setAutowireCandidateResolver(resolver);
            // all definitions are there; what was found by type is remembered from now on, and not only when most beans
            // are made
            factory.freezeConfiguration();
        }
    }

    private static final class Resolver extends ContextAnnotationAutowireCandidateResolver {

        private final DefaultListableBeanFactory beans;

        Resolver(DefaultListableBeanFactory beans) {
            this.beans = beans;
        }

        /** The caller looks whether such a bean is there and fits, and else for any that does. */
        @Override
        public @Nullable String getSuggestedName(DependencyDescriptor descriptor) {
            var suggested = super.getSuggestedName(descriptor);
            if (suggested != null) {
                return suggested;
            }
            var type = descriptor.getDependencyType();
            return beans.containsBean(type.getName())
                    ? type.getName()
                    : StringUtils.uncapitalizeAsProperty(type.getSimpleName());
        }
    }
}
