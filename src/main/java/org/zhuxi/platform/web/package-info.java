@NullMarked
package org.zhuxi.platform.web;

import org.jspecify.annotations.NullMarked;
