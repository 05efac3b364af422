package org.zhuxi.platform.manifest;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The menu of a shell as one person sees it.
 *
 * @param bar what is always in sight
 * @param rest what stands under <em>more</em>
 */
public record Menu(List<NavigationEntry> bar, List<NavigationEntry> rest) {

    public Menu {
        bar = List.copyOf(bar);
        rest = List.copyOf(rest);
    }

    /** The first entries as far as the bar has room. */
    static Menu of(int room, List<NavigationEntry> entries) {
        var inBar = Math.min(room, entries.size());
        return new Menu(entries.subList(0, inBar), entries.subList(inBar, entries.size()));
    }

    public static Menu of(Shell shell, List<NavigationEntry> entries) {
        return of(shell.room(), entries);
    }

    /** Everything, grouped by the task it belongs to, in the order of the menu. */
    public SequencedMap<Task, List<NavigationEntry>> tasks() {
        return java.util.stream.Stream.concat(bar.stream(), rest.stream())
                .collect(Collectors.groupingBy(NavigationEntry::task, TreeMap::new, Collectors.toList()));
    }
}
