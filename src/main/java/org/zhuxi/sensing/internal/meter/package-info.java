@NullMarked
package org.zhuxi.sensing.internal.meter;

import org.jspecify.annotations.NullMarked;
