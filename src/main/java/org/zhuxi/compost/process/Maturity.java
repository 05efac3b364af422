package org.zhuxi.compost.process;

/** Tests of ripe compost that can be done on site. */
public final class Maturity {

    private static final int SOLVITA_AMMONIA_FREE = 4;
    private static final int[] SOLVITA_DEDUCTION = {0, 4, 2, 1};

    private Maturity() {}

    /**
     * Germination index in %: (rate in extract × root length in extract) ÷ (the same in water) × 100.
     *
     * @param extractRate share that germinated in the extract, 0 to 1
     * @param extractRootMm mean root length in the extract
     * @param waterRate share that germinated in water, above 0 to 1
     * @param waterRootMm mean root length in water, above 0
     */
    public static double germinationIndex(
            double extractRate, double extractRootMm, double waterRate, double waterRootMm) {
        return extractRate * extractRootMm / (waterRate * waterRootMm) * 100;
    }

    /**
     * Class of the self-heating test in a Dewar vessel (Rottegrad), from I (raw) to V (finished).
     *
     * @param riseCelsius greatest rise above the surroundings
     */
    public static int selfHeatingClass(double riseCelsius) {
        if (riseCelsius <= 10) {
            return 5;
        }
        if (riseCelsius <= 20) {
            return 4;
        }
        if (riseCelsius <= 30) {
            return 3;
        }
        return riseCelsius <= 40 ? 2 : 1;
    }

    /**
     * Solvita maturity index, 1 (raw) to 8 (ripe); 7 and 8 are finished, 5 and 6 curing.
     *
     * @param carbonDioxide colour of the CO₂ paddle, 1 to 8
     * @param ammonia colour of the NH₃ paddle, 1 (much) to 5 (none)
     */
    public static int solvitaIndex(int carbonDioxide, int ammonia) {
        var deduction = ammonia >= SOLVITA_AMMONIA_FREE ? 0 : SOLVITA_DEDUCTION[ammonia];
        return Math.max(1, carbonDioxide - deduction);
    }
}
