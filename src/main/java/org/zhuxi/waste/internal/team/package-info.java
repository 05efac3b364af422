@NullMarked
package org.zhuxi.waste.internal.team;

import org.jspecify.annotations.NullMarked;
