/** Counts joint decisions of owners (Civil Code, articles 278): in heads and in hundredths of a square metre. */
@NullMarked
package org.zhuxi.governance.internal.owners;

import org.jspecify.annotations.NullMarked;
