@NullMarked
package org.zhuxi.platform.outgoing;

import org.jspecify.annotations.NullMarked;
