package org.zhuxi.waste.visit;

import java.time.LocalDate;
import org.zhuxi.kernel.HouseholdRef;

/** A door to ring at again, and when. */
public record FollowUp(HouseholdRef household, String door, LocalDate dueOn, Outcome last) {}
