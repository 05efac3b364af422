package org.zhuxi.waste;

import org.zhuxi.kernel.Names;

/** Published in the transaction in which a station is closed for a day. @param name of the station */
public record StationClosed(StationRef station, Names name, Closure closure) {}
