package org.zhuxi.governance;

import org.jspecify.annotations.Nullable;

/**
 * What a meeting left behind.
 *
 * @param personsOnSite how many came, by the list at the door; null for nobody
 * @param satisfied how many of those asked were satisfied; only in an evaluation
 */
public record Minutes(
        @Nullable String words,
        @Nullable Integer personsOnSite,
        @Nullable Integer personsOnline,
        @Nullable Integer satisfied,
        @Nullable Integer neutral,
        @Nullable Integer dissatisfied) {

    /** How many came, or 0. */
    public int onSite() {
        return personsOnSite == null ? 0 : personsOnSite;
    }

    /** How many took part online, or 0. */
    public int online() {
        return personsOnline == null ? 0 : personsOnline;
    }
}
