/**
 * Floor 7. The demo world: real communities with synthetic households and a season of drops, from a fixed seed.
 * It never writes past the facades that people use.
 */
@ApplicationModule(
        allowedDependencies = {
            "place",
            "account",
            "activity",
            "assessment",
            "carbon",
            "compost",
            "governance",
            "indicator",
            "notice",
            "points",
            "project",
            "project::asset",
            "project::photo",
            "report",
            "request",
            "request::animal",
            "request::help",
            "request::mediation",
            "request::patrol",
            "sensing",
            "sensing::alarm",
            "sensing::meter",
            "sensing::retention",
            "sensing::tap",
            "waste",
            "waste::appointment",
            "waste::buyback",
            "waste::chain",
            "waste::kit",
            "waste::neighbour",
            "waste::team",
            "waste::visit"
        })
@NullMarked
package org.zhuxi.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
