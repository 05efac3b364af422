/** Documents for paper: what they say, and the files they become. */
@NullMarked
package org.zhuxi.platform.paper;

import org.jspecify.annotations.NullMarked;
