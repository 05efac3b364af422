package org.zhuxi.platform.operations;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.job.JobRun;

/** The same for programs. */
@RestController
@RequestMapping("/api/v1/operations")
class OperationsApi {

    private final Operations operations;

    OperationsApi(Operations operations) {
        this.operations = operations;
    }

    @GetMapping
    Condition condition(Actor actor) {
        return operations.condition(actor);
    }

    @GetMapping("/jobs/{job}/runs")
    List<JobRun> runs(Actor actor, @PathVariable String job) {
        return operations.runs(actor, job);
    }

    /** Makes the job due now. */
    @PostMapping("/jobs/{job}/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void run(Actor actor, @PathVariable String job) {
        operations.run(actor, job);
    }
}
