@NullMarked
package org.zhuxi.waste.internal.chain;

import org.jspecify.annotations.NullMarked;
