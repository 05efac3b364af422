package org.zhuxi.portal;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Community;
import org.zhuxi.place.Contacts;
import org.zhuxi.place.Outlines;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlacePermissions;
import org.zhuxi.place.Places;
import org.zhuxi.place.Site;
import org.zhuxi.platform.manifest.CommunityPart;
import org.zhuxi.platform.web.MapSettings;
import org.zhuxi.portal.LiveFigures.LiveFigure;
import org.zhuxi.waste.SortingCharts;
import org.zhuxi.waste.StationView;
import org.zhuxi.waste.Stations;

/** A community as everybody may see it: who it is, where things are, what its residents do. */
@Controller
public class CommunityPages {

    private static final int FIGURES = 8;
    private static final int ENTRIES = 5;
    private static final int STATIONS = 200;

    private final Places places;
    private final Outlines outlines;
    private final Contacts contacts;
    private final Stations stations;
    private final LiveFigures figures;
    private final SortingCharts charts;
    private final ReportingPeriods periods;
    private final List<CommunityPart> parts;
    private final MapSettings tiles;

    CommunityPages(
            Places places,
            Outlines outlines,
            Contacts contacts,
            Stations stations,
            LiveFigures figures,
            SortingCharts charts,
            ReportingPeriods periods,
            List<CommunityPart> parts,
            MapSettings tiles) {
        this.places = places;
        this.outlines = outlines;
        this.contacts = contacts;
        this.stations = stations;
        this.figures = figures;
        this.charts = charts;
        this.periods = periods;
        this.parts = parts;
        this.tiles = tiles;
    }

    /** A site, and what is known of it as a drop-off station. */
    public record Spot(Site site, @Nullable StationView station) {}

    /** A section of another module with its lines. */
    public record Section(CommunityPart part, List<CommunityPart.Entry> entries) {}

    @GetMapping("/communities/{code}")
    String community(Actor actor, @PathVariable String code, Model model) {
        var community = places.findByCode(code)
                .map(Place::community)
                .map(places::getCommunity)
                .filter(found -> found.code().equals(code))
                .orElseThrow(() -> new Refused.NotFound(code));
        model.addAttribute("community", community);
        model.addAttribute("above", places.wayTo(community.path()));
        model.addAttribute("contact", contacts.find(community.id()).orElse(null));
        model.addAttribute("spots", spots(community));
        model.addAttribute("outline", outlines.find(code).orElse(null));
        model.addAttribute("period", periods.lastYear());
        model.addAttribute("figures", figures(community.path()));
        model.addAttribute("charts", charts.ofCommunity(community));
        model.addAttribute("sections", sections(code));
        model.addAttribute("tiles", tiles);
        model.addAttribute("mayManage", actor.may(PlacePermissions.MANAGE, community.path()));
        return "portal/community";
    }

    private List<Spot> spots(Community community) {
        Map<UUID, StationView> open = stations.list(community.path(), STATIONS, null).items().stream()
                .collect(Collectors.toMap(view -> view.station().site().id(), Function.identity()));
        return places.sitesOf(List.of(community.id())).stream()
                .map(site -> new Spot(site, open.get(site.id())))
                .sorted(Comparator.comparing(spot -> spot.station() == null))
                .toList();
    }

    /** The figures that say something here, those of most records first. */
    private List<LiveFigure> figures(PlacePath place) {
        return figures.all(place, periods.lastYear()).stream()
                .filter(live -> live.value().verified().compareTo(BigDecimal.ZERO) > 0)
                .sorted(Comparator.comparingLong(
                                (LiveFigure live) -> live.value().records())
                        .reversed())
                .limit(FIGURES)
                .toList();
    }

    private List<Section> sections(String code) {
        return parts.stream()
                .map(part -> new Section(part, part.list(code, ENTRIES)))
                .filter(section -> !section.entries().isEmpty())
                .toList();
    }
}
