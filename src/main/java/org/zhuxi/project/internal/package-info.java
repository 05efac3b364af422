/** How projects are kept and shown. */
@NullMarked
package org.zhuxi.project.internal;

import org.jspecify.annotations.NullMarked;
