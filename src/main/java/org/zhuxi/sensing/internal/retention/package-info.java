@NullMarked
package org.zhuxi.sensing.internal.retention;

import org.jspecify.annotations.NullMarked;
