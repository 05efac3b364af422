package org.zhuxi.compost;

import java.util.List;

/** What can be noted in the process log. */
public enum EntryKind {
    /** A material was put in, by weight or by volume. */
    FEED,
    WATER,
    TURN,
    /** In °C at up to three points: core, edge, base. */
    TEMPERATURE,
    SQUEEZE(Finding.DRY, Finding.RIGHT, Finding.WET),
    SMELL(Finding.EARTHY, Finding.AMMONIA, Finding.ROTTEN, Finding.SOUR),
    LEACHATE(Finding.NONE, Finding.SOME, Finding.MUCH),
    PESTS(Finding.NONE, Finding.FLIES, Finding.RATS),
    PHOTO,
    /** Finished compost was taken out and weighed. */
    OUTPUT,
    /** What was sieved out and thrown away. */
    REJECT;

    private final List<Finding> findings;

    EntryKind(Finding... findings) {
        this.findings = List.of(findings);
    }

    /** What can be found; empty when it is not about a finding. */
    public List<Finding> findings() {
        return findings;
    }

    /** Whether it has a weight or a volume. */
    public boolean isMass() {
        return this == FEED || this == WATER || this == OUTPUT || this == REJECT;
    }

    /** Key of its name in the messages. */
    public String label() {
        return "compost.kind." + name();
    }
}
