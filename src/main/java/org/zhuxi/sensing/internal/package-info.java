@NullMarked
package org.zhuxi.sensing.internal;

import org.jspecify.annotations.NullMarked;
