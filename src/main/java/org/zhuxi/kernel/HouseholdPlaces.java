package org.zhuxi.kernel;

import java.util.Optional;
import java.util.UUID;

/** Tells where households live. The register of places answers; a module that knows only ids asks. */
public interface HouseholdPlaces {

    /** The household with this id, if there is one. */
    Optional<HouseholdPlace> find(UUID household);

    /** The household that has this card or lives behind this door now. */
    Optional<HouseholdPlace> findByCard(String cardOrDwelling);

    /**
     * A household at its door.
     *
     * @param path of the dwelling
     * @param label as people say it, such as 一区3栋502
     */
    record HouseholdPlace(HouseholdRef ref, PlacePath path, String label) {}
}
