@NullMarked
package org.zhuxi.waste.internal.appointment;

import org.jspecify.annotations.NullMarked;
