@NullMarked
package org.zhuxi.sensing.internal.device;

import org.jspecify.annotations.NullMarked;
