/** How ideas, meetings and decisions are kept and shown. */
@NullMarked
package org.zhuxi.governance.internal;

import org.jspecify.annotations.NullMarked;
