package org.zhuxi.platform.job;

import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** Why a job was not started. */
public sealed class JobRefused extends Refused {

    private JobRefused(Problem problem) {
        super(problem);
    }

    /** It is under way at this moment. */
    public static final class Running extends JobRefused {
        public Running(String job) {
            super(Problem.of("job-running", Problem.Kind.CONFLICT, job));
        }
    }

    /** This program runs no jobs ({@code zhuxi.jobs.enabled=false}). */
    public static final class Off extends JobRefused {
        public Off() {
            super(Problem.of("jobs-off", Problem.Kind.CONFLICT));
        }
    }
}
