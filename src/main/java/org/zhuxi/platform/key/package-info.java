/** Keys that modules keep in files: how such a file is made, and what is known of each key's life. */
@NullMarked
package org.zhuxi.platform.key;

import org.jspecify.annotations.NullMarked;
