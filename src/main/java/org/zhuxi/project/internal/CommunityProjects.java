package org.zhuxi.project.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.platform.manifest.CommunityPart;
import org.zhuxi.platform.web.Links;
import org.zhuxi.project.ProjectFilter;
import org.zhuxi.project.Projects;

/** The latest projects of a community on its public page. */
@Component
class CommunityProjects implements CommunityPart {

    private final Projects projects;
    private final Places places;

    CommunityProjects(Projects projects, Places places) {
        this.projects = projects;
        this.places = places;
    }

    @Override
    public String heading() {
        return "project.title";
    }

    @Override
    public String allPath(String code) {
        return Links.to("/projects", "place", code);
    }

    @Override
    public List<Entry> list(String code, int limit) {
        return places.findByCode(code).map(Place::path).stream()
                .flatMap(path -> projects.list(path, ProjectFilter.ALL, limit, null).items().stream())
                .map(it -> new Entry(it.title(), "/projects/" + it.id(), it.acceptedOn()))
                .toList();
    }
}
