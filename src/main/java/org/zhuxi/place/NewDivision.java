package org.zhuxi.place;

import java.time.LocalDate;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;

/**
 * A division to be added, from province to street.
 *
 * @param code 12-digit statistical code, filled up with zeros
 * @param parent code of the division directly above; twelve zeros for the nation
 * @param validFrom first day on which it is known to exist
 */
public record NewDivision(
        String code, PlaceKind kind, String parent, Names name, LocalDate validFrom, Origin origin, String source) {}
