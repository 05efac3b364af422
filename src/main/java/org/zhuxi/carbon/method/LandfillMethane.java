package org.zhuxi.carbon.method;

import java.util.ArrayList;
import java.util.List;

/**
 * Methane from waste in a landfill by first-order decay: CDM TOOL04 v08.1, equation 1 by years and equation 2 by months. Decay
 * counts from the year (month) of disposal on; the IPCC waste model begins a year later ({@link IpccWasteModel}), so that year
 * <em>y</em> here is year <em>y</em> + 1 there.
 */
public final class LandfillMethane {

    private static final int MONTHS = 12;

    private LandfillMethane() {}

    /**
     * Emissions of each year; strict yearly accounting ("annual vintage") counts these.
     *
     * @param deposits by year, the first one first
     * @return by year, as many as there are deposits
     */
    public static List<TonnesCo2e> byYear(Landfill landfill, Waste waste, List<Tonnes> deposits) {
        return series(landfill, waste, deposits, 1);
    }

    /** The same by months: deposits and emissions of each month. */
    public static List<TonnesCo2e> byMonth(Landfill landfill, Waste waste, List<Tonnes> deposits) {
        return series(landfill, waste, deposits, 1.0 / MONTHS);
    }

    private static List<TonnesCo2e> series(Landfill landfill, Waste waste, List<Tonnes> deposits, double years) {
        var tonnes = deposits.stream().mapToDouble(Tonnes::value).toArray();
        var emitted = new double[tonnes.length];
        add(landfill.perTonneOfCarbon() * waste.doc().value(), waste.decay().decayedIn(years), tonnes, emitted);
        var series = new ArrayList<TonnesCo2e>(emitted.length);
        for (var one : emitted) {
            series.add(new TonnesCo2e(one));
        }
        return List.copyOf(series);
    }

    /**
     * Adds the emissions of one kind of waste to those of others; the plain numbers behind {@link #byYear}, for many places at
     * once. Carries the carbon that is left from step to step instead of summing over all earlier ones.
     *
     * @param perTonne t CO2e a tonne of waste that is decayed altogether
     * @param decayed share that decays in one step
     * @param tonnes deposits by step
     * @param emitted t CO2e by step, to which is added
     */
    public static void add(double perTonne, double decayed, double[] tonnes, double[] emitted) {
        var left = 0.0;
        for (var step = 0; step < tonnes.length; step++) {
            left += tonnes[step];
            var gone = left * decayed;
            emitted[step] += perTonne * gone;
            left -= gone;
        }
    }

    /**
     * What a deposit will emit in so many years; booked on the day of disposal ("commitment").
     *
     * @param years positive; the platform uses 20
     */
    public static TonnesCo2e commitment(Landfill landfill, Waste waste, Tonnes deposit, int years) {
        if (years <= 0) {
            throw new IllegalArgumentException("Not a number of years: " + years);
        }
        return new TonnesCo2e(landfill.perTonneOfCarbon()
                * waste.doc().value()
                * deposit.value()
                * waste.decay().decayedIn(years));
    }

    /** What a deposit will ever emit. */
    public static TonnesCo2e foreverAfter(Landfill landfill, Waste waste, Tonnes deposit) {
        return new TonnesCo2e(landfill.perTonneOfCarbon() * waste.doc().value() * deposit.value());
    }
}
