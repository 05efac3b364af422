@NullMarked
package org.zhuxi.compost.internal;

import org.jspecify.annotations.NullMarked;
