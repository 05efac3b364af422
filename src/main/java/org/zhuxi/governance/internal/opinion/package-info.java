/** Draws opinion maps: principal components, clusters, and what all groups agree on. */
@NullMarked
package org.zhuxi.governance.internal.opinion;

import org.jspecify.annotations.NullMarked;
