package org.zhuxi.platform.start;

import java.util.Arrays;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;

/**
 * Looks for components of a type with parameters, such as {@code Customizer<HttpSecurity>}, among those of the bare type, which
 * are remembered. Spring's own looks at every component each time, and every chain of filters asks for some thirty such types.
 */
final class QuickLookups extends DefaultListableBeanFactory {

    @Override
    public String[] getBeanNamesForType(ResolvableType type, boolean includeNonSingletons, boolean allowEagerInit) {
        var bare = type.resolve();
        if (bare == null || !type.hasGenerics() || !isConfigurationFrozen()) {
            return super.getBeanNamesForType(type, includeNonSingletons, allowEagerInit);
        }
        return Arrays.stream(getBeanNamesForType(bare, includeNonSingletons, allowEagerInit))
                .filter(name -> isTypeMatch(name, type))
                .toArray(String[]::new);
    }
}
