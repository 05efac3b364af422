package org.zhuxi.platform.operations;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.job.JobRun;
import org.zhuxi.platform.job.Jobs;

/** What operators see and do. */
@Service
public class Operations {

    private static final int RUNS_SHOWN = 30;

    private final Inspection inspection;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    Operations(Inspection inspection, Jobs jobs, ApplicationEventPublisher events) {
        this.inspection = inspection;
        this.jobs = jobs;
        this.events = events;
    }

    /** Needs {@link OperationsPermissions#WATCH} in the nation. */
    public Condition condition(Actor actor) {
        actor.require(OperationsPermissions.WATCH, PlacePath.NATION);
        return inspection.look();
    }

    /**
     * The latest thirty runs of a job.
     *
     * @throws org.zhuxi.kernel.Refused.NotFound when there is no such job
     */
    public List<JobRun> runs(Actor actor, String job) {
        actor.require(OperationsPermissions.WATCH, PlacePath.NATION);
        return jobs.listRuns(job, RUNS_SHOWN);
    }

    /**
     * Makes a job due now; one of the instances runs it within seconds. Needs {@link OperationsPermissions#RUN} in the nation.
     *
     * @throws org.zhuxi.kernel.Refused.NotFound when there is no such job
     * @throws org.zhuxi.platform.job.JobRefused when it runs already or jobs are off
     */
    @Transactional
    public void run(Actor actor, String job) {
        actor.require(OperationsPermissions.RUN, PlacePath.NATION);
        jobs.hasten(job);
        events.publishEvent(new Audited(actor, "job.run", job, PlacePath.NATION, ""));
    }
}
