package org.zhuxi.waste.appointment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;

/**
 * An appointment as a household asks for it.
 *
 * @param id made by the client; sent again it counts once
 * @param items what it is, such as 旧沙发
 * @param pieces how many, 1 to 99
 * @param meetingPlace where it will stand
 * @param photo SHA-256 (hex) of a photo uploaded before, or null
 */
public record NewAppointment(
        UUID id,
        HouseholdRef household,
        UUID slot,
        String items,
        int pieces,
        String meetingPlace,
        @Nullable String photo) {}
