package org.zhuxi.request.mediation;

/**
 * Mediations concluded in a year; the coordination rate is agreed ÷ concluded, and a share of fewer than ten says nothing.
 *
 * @param concluded with an agreement, or terminated; without those not accepted, and those withdrawn before the first session
 * @param agreed with an agreement, kept or not
 * @param performed agreements that were kept, as far as followed up
 * @param followed agreements that were followed up to an end, kept or not
 */
public record MediationRate(int year, long concluded, long agreed, long performed, long followed) {

    /** Fewest for which a share is shown. */
    public static final int FEWEST = 10;

    /** Whether there are enough for a share. */
    public boolean isEnough() {
        return concluded >= FEWEST;
    }
}
