/**
 * Published formulas of greenhouse-gas accounting as pure functions on small value types. Nothing here knows a place, a record
 * or a database; units are right by type.
 */
@NamedInterface("method")
@NullMarked
package org.zhuxi.carbon.method;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
