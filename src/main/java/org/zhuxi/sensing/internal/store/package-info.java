@NullMarked
package org.zhuxi.sensing.internal.store;

import org.jspecify.annotations.NullMarked;
