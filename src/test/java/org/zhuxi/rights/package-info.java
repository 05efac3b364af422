@NullMarked
package org.zhuxi.rights;

import org.jspecify.annotations.NullMarked;
