package org.zhuxi.governance.internal.assembly;

/** A decision of a residents' assembly in persons or in households. */
public record AssemblyTally(int entitled, int yes, int no, int abstain) {

    public AssemblyTally {
        if (entitled < 0 || yes < 0 || no < 0 || abstain < 0 || (long) yes + no + abstain > entitled) {
            throw new IllegalArgumentException("More ballots than people");
        }
    }

    public int attended() {
        return yes + no + abstain;
    }

    /** Whether more than half of those entitled attended. */
    public boolean quorum() {
        return 2L * attended() > entitled;
    }

    /** Whether more than half of those attending agree. */
    public boolean majority() {
        return 2L * yes > attended();
    }

    public boolean adopted() {
        return quorum() && majority();
    }
}
