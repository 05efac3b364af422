package org.zhuxi.indicator.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.kernel.Names;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.platform.manifest.CommunityPart;
import org.zhuxi.platform.web.Links;

/** The latest published figures of a community on its public page. */
@Component
class CommunityIndicators implements CommunityPart {

    private final PublishedFigures figures;
    private final DefinitionBook book;
    private final Places places;

    CommunityIndicators(PublishedFigures figures, DefinitionBook book, Places places) {
        this.figures = figures;
        this.book = book;
        this.places = places;
    }

    @Override
    public String heading() {
        return "indicator.figures";
    }

    @Override
    public String allPath(String code) {
        return Links.to("/indicators/figures", "place", code);
    }

    @Override
    public List<Entry> list(String code, int limit) {
        return places.findByCode(code).map(Place::path).stream()
                .flatMap(path -> figures.list(path, null, limit, null).items().stream())
                .filter(figure -> figure.correctedBy() == null)
                .map(figure -> {
                    var definition = book.definition(figure.indicator());
                    var number = figure.value().toPlainString();
                    return new Entry(
                            new Names(
                                    "%s %s %s"
                                            .formatted(
                                                    definition.names().zh(),
                                                    number,
                                                    definition.unit().zh()),
                                    "%s %s %s"
                                            .formatted(
                                                    definition.names().en(),
                                                    number,
                                                    definition.unit().en())),
                            "/indicators/figures/" + figure.id(),
                            figure.period().days().from());
                })
                .toList();
    }
}
