package org.zhuxi.project.internal;

import java.util.ArrayList;
import java.util.List;
import org.zhuxi.kernel.Actor;
import org.zhuxi.project.Project;
import org.zhuxi.project.ProjectPermissions;
import org.zhuxi.project.ProjectStage;

/** What somebody may do with a project now. @param steps he may take, in the order of the way */
public record DeskRights(boolean manage, boolean approve, boolean fund, boolean accept, List<ProjectStage> steps) {

    static DeskRights of(Actor actor, Project project) {
        var path = project.path();
        var manage = actor.may(ProjectPermissions.MANAGE, path);
        var approve = actor.may(ProjectPermissions.APPROVE, path);
        var isOthers = actor.isSignedIn() && !actor.account().equals(project.runBy());
        return new DeskRights(
                manage,
                approve,
                actor.may(ProjectPermissions.FUND, path),
                actor.may(ProjectPermissions.ACCEPT, path) && isOthers,
                steps(project, manage, approve));
    }

    private static List<ProjectStage> steps(Project project, boolean manage, boolean approve) {
        var steps = new ArrayList<ProjectStage>();
        for (var stage : ProjectStage.values()) {
            var isBack = stage == project.suspendedFrom();
            var isNext = project.stage().next().contains(stage)
                    && stage != ProjectStage.ACCEPTED
                    && stage != ProjectStage.EVALUATED;
            if ((isBack || isNext) && (project.needsApproval(stage) ? approve : manage)) {
                steps.add(stage);
            }
        }
        return steps;
    }
}
