@NullMarked
package org.zhuxi.request.internal.animal;

import org.jspecify.annotations.NullMarked;
