package org.zhuxi.carbon.method;

import java.util.random.RandomGenerator;

/** How an input may differ from the value used. Means are kept: a wider spread does not move the result by itself. */
public sealed interface Spread {

    /** Known exactly, or fixed by convention such as a warming potential. */
    record Exact() implements Spread {
        @Override
        public double draw(double value, RandomGenerator random) {
            return value;
        }

        @Override
        public double deviation(double value) {
            return 0;
        }
    }

    /** Normal, cut off at zero. @param percent half the 95 % interval */
    record Normal(double percent) implements Spread {

        public Normal {
            requirePositive(percent);
        }

        @Override
        public double draw(double value, RandomGenerator random) {
            return draw(value, deviation(value), random);
        }

        /** @param deviation {@link #deviation} of the value, which whoever draws often reckons once */
        static double draw(double value, double deviation, RandomGenerator random) {
            for (var i = 0; i < MOST_TRIES; i++) {
                var drawn = value + deviation * random.nextGaussian();
                if (drawn >= 0) {
                    return drawn;
                }
            }
            return 0;
        }

        @Override
        public double deviation(double value) {
            return Math.abs(value) * percent / Z_PERCENT;
        }
    }

    /** Log-normal, for factors that cannot be negative and may be several times as large. @param percent half the 95 % interval */
    record Lognormal(double percent) implements Spread {

        public Lognormal {
            requirePositive(percent);
        }

        @Override
        public double draw(double value, RandomGenerator random) {
            var deviation = ErrorPropagation.logDeviation(percent);
            return value * Math.exp(deviation * random.nextGaussian() - deviation * deviation / 2);
        }

        @Override
        public double deviation(double value) {
            var deviation = ErrorPropagation.logDeviation(percent);
            return value * Math.sqrt(Math.expm1(deviation * deviation));
        }
    }

    /** Triangular between two ends with the value as its top, for shares and published ranges. */
    record Triangular(double low, double high) implements Spread {

        public Triangular {
            if (!(low < high)) {
                throw new IllegalArgumentException("Not a range: " + low + " to " + high);
            }
        }

        @Override
        public double draw(double value, RandomGenerator random) {
            var at = random.nextDouble();
            var below = (value - low) / (high - low);
            return at < below
                    ? low + Math.sqrt(at * (high - low) * (value - low))
                    : high - Math.sqrt((1 - at) * (high - low) * (high - value));
        }

        @Override
        public double deviation(double value) {
            return Math.sqrt((low * low + high * high + value * value - low * high - low * value - high * value) / 18);
        }
    }

    Exact EXACT = new Exact();

    /** 1.96 standard deviations are half the interval, which is in percent. */
    double Z_PERCENT = 196;

    int MOST_TRIES = 100;

    /** One value at random. */
    double draw(double value, RandomGenerator random);

    /** Standard deviation. */
    double deviation(double value);

    private static void requirePositive(double percent) {
        if (!(percent > 0 && Double.isFinite(percent))) {
            throw new IllegalArgumentException("Not an uncertainty: " + percent);
        }
    }
}
