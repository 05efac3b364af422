/** How photo points are kept and shown. */
@NullMarked
package org.zhuxi.project.internal.photo;

import org.jspecify.annotations.NullMarked;
