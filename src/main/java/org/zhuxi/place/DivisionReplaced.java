package org.zhuxi.place;

import java.time.LocalDate;
import java.util.List;
import org.zhuxi.kernel.PlacePath;

/**
 * A division was merged into another or split into several; paths below it begin otherwise from that day on. Published in
 * the same transaction, for modules that keep paths.
 */
public record DivisionReplaced(PlacePath former, List<PlacePath> successors, LocalDate on) {}
