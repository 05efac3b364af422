@NullMarked
package org.zhuxi.sensing.internal.tap;

import org.jspecify.annotations.NullMarked;
