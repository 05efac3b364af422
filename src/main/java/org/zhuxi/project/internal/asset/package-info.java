/** How inventories are kept and shown. */
@NullMarked
package org.zhuxi.project.internal.asset;

import org.jspecify.annotations.NullMarked;
