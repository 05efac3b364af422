@NullMarked
package org.zhuxi.sensing.internal.lorawan;

import org.jspecify.annotations.NullMarked;
