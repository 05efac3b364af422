@NullMarked
package org.zhuxi.request.internal.help;

import org.jspecify.annotations.NullMarked;
