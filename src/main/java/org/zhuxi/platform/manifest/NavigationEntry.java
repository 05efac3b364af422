package org.zhuxi.platform.manifest;

import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Permission;

/**
 * A line in a menu.
 *
 * @param shell whose menu
 * @param path where it leads
 * @param label message key of its words
 * @param icon name of an icon in {@code layout/icon.jte}
 * @param order smaller stands first; in the workbench it says the {@link Task} as well
 * @param permission who sees it, or null for everyone in the shell
 */
public record NavigationEntry(
        Shell shell,
        String path,
        String label,
        String icon,
        int order,
        @Nullable Permission permission) {

    /** What people come to do there. */
    public Task task() {
        return Task.of(order);
    }
}
