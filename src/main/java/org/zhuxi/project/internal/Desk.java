package org.zhuxi.project.internal;

import java.util.UUID;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.project.ProjectPermissions;
import org.zhuxi.project.photo.PhotoPoints;

/** The page of one project at the desk, and its forms again with what was typed when one was refused. */
@Component
class Desk {

    static final String PATH = "/work/projects";

    private final Views views;
    private final Indicators indicators;
    private final PhotoPoints points;
    private final Gate gate;

    Desk(Views views, Indicators indicators, PhotoPoints points, Gate gate) {
        this.views = views;
        this.indicators = indicators;
        this.points = points;
        this.gate = gate;
    }

    ModelAndView show(Actor actor, UUID id, Filled filled) {
        var view = views.of(id);
        var project = view.story().project();
        actor.require(ProjectPermissions.READ, project.path());
        return new ModelAndView("project/desk")
                .addObject("view", view)
                .addObject("filled", filled)
                .addObject("points", points.ofProject(id))
                .addObject("fresh", Ids.next())
                .addObject("may", DeskRights.of(actor, project))
                .addObject("indicators", indicators.list(""));
    }

    /**
     * Does something and goes back to the project; when it is refused, the page comes again with what was typed.
     *
     * @param permission asked for before the form is read
     */
    ModelAndView change(Actor actor, UUID id, Permission permission, Filled filled, Change change) {
        actor.require(permission, gate.get(id).path());
        try {
            change.run();
            return new ModelAndView("redirect:" + PATH + "/" + id + "#" + filled.form());
        } catch (Refused refused) {
            var kind = refused.problem().kind();
            if (kind == Problem.Kind.NOT_FOUND || kind == Problem.Kind.FORBIDDEN) {
                throw refused;
            }
            var page = show(actor, id, filled.with(refused));
            page.setStatus(HttpStatusCode.valueOf(kind.status()));
            return page;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Something that is done to a project. */
    interface Change {
        void run() throws java.io.IOException;
    }
}
