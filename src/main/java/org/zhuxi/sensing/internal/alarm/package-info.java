@NullMarked
package org.zhuxi.sensing.internal.alarm;

import org.jspecify.annotations.NullMarked;
