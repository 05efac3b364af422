package org.zhuxi.portal;

import org.springframework.web.util.UriComponentsBuilder;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.manifest.FigureSource;

/** Addresses that templates write. */
public final class Links {

    private Links() {}

    /** A figure for a place and a period. */
    public static String figure(FigureSource figure, PlacePath place, Period period) {
        return UriComponentsBuilder.fromPath("/figures/{code}")
                .queryParam("place", "{place}")
                .queryParam("from", period.from())
                .queryParam("to", period.to())
                .encode()
                .buildAndExpand(figure.code(), place.value())
                .toUriString();
    }

    /** The next page of the records of a figure. */
    public static String figure(FigureSource figure, PlacePath place, Period period, String after) {
        return UriComponentsBuilder.fromUriString(figure(figure, place, period))
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(after)
                .toUriString();
    }
}
