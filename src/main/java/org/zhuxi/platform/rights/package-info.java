@NullMarked
package org.zhuxi.platform.rights;

import org.jspecify.annotations.NullMarked;
