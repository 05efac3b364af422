/** Counts advisory polls: what people prefer, which binds nobody. */
@NullMarked
package org.zhuxi.governance.internal.poll;

import org.jspecify.annotations.NullMarked;
