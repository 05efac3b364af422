package org.zhuxi.request.animal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An animal as somebody typed or sent it.
 *
 * @param place code of where it was found
 * @param request id of the report that led to it; may be left out
 * @param takenInOn today when it is left out
 */
public record NewAnimal(
        @Nullable String place,
        @Nullable UUID request,
        ShelterAnimal.@Nullable Species species,
        @Nullable String looks,
        @Nullable String keptAt,
        @Nullable LocalDate takenInOn) {}
