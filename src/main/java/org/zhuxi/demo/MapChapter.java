package org.zhuxi.demo;

import org.springframework.stereotype.Component;
import org.zhuxi.place.CoordinateSystem;
import org.zhuxi.place.Outlines;

/** Outlines of communities, quarters and buildings. */
@Component
class MapChapter {

    private final Outlines outlines;

    MapChapter(Outlines outlines) {
        this.outlines = outlines;
    }

    void tell() {
        DemoCommunities.all().forEach(this::draw);
    }

    private void draw(DemoCommunities.Blueprint blueprint) {
        new DemoMap(blueprint)
                .outlines(blueprint.code())
                .forEach((code, geoJson) ->
                        outlines.put(Founder.ACTOR, code, geoJson, CoordinateSystem.WGS84, DemoMap.SOURCE));
    }
}
