package org.zhuxi.project.photo;

import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** What photo points refuse, and why. */
public abstract sealed class PhotoRefused extends Refused {

    private PhotoRefused(Problem problem) {
        super(problem);
    }

    /** No photo came along, or something that is none. */
    public static final class NoPhoto extends PhotoRefused {
        public NoPhoto() {
            super(Problem.ofField("file", "project-photo"));
        }
    }

    /** The point stands in no community. */
    public static final class NoCommunity extends PhotoRefused {
        public NoCommunity() {
            super(Problem.ofField("place", "project-photo-community"));
        }
    }
}
