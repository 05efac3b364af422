@NullMarked
package org.zhuxi.assessment.internal;

import org.jspecify.annotations.NullMarked;
