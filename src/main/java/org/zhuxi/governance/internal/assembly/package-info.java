/** Counts decisions of residents' assemblies (Organic Law of Residents' Committees, article 9). */
@NullMarked
package org.zhuxi.governance.internal.assembly;

import org.jspecify.annotations.NullMarked;
