@NullMarked
package org.zhuxi.sensing.internal.sta;

import org.jspecify.annotations.NullMarked;
