@NullMarked
package org.zhuxi.request.internal.mediation;

import org.jspecify.annotations.NullMarked;
