@NullMarked
package org.zhuxi;

import org.jspecify.annotations.NullMarked;
