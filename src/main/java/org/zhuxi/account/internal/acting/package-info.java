/** Acting in somebody's name: consent, limits, and the pages. */
@NullMarked
package org.zhuxi.account.internal.acting;

import org.jspecify.annotations.NullMarked;
