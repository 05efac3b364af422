@NullMarked
package org.zhuxi.exchange.internal;

import org.jspecify.annotations.NullMarked;
