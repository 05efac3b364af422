/** Files that somebody sent are looked at for viruses before they are kept. */
@NullMarked
package org.zhuxi.platform.scan;

import org.jspecify.annotations.NullMarked;
