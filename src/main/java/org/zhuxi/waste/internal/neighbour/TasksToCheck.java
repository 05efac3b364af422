package org.zhuxi.waste.internal.neighbour;

import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.manifest.WaitingList;
import org.zhuxi.waste.neighbour.NeighbourPermissions;
import org.zhuxi.waste.neighbour.Tasks;

/** Tasks of the young that were done and wait to be looked at. */
@Component
class TasksToCheck implements WaitingList {

    private final Tasks tasks;

    TasksToCheck(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public String label() {
        return "waste.task.waiting-list";
    }

    @Override
    public String icon() {
        return "people";
    }

    @Override
    public String path() {
        return "/work/tasks";
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.mayAnywhere(NeighbourPermissions.CHECK_TASKS);
    }

    @Override
    public long count(Actor actor) {
        return tasks.countWaiting(actor);
    }
}
