@NullMarked
package org.zhuxi.platform.throttle;

import org.jspecify.annotations.NullMarked;
