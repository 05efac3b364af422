@NullMarked
package org.zhuxi.waste.internal;

import org.jspecify.annotations.NullMarked;
