/** Cycles, assessments of communities, reviews, site checks, objections, titles, and what counts of them. */
@NullMarked
package org.zhuxi.assessment.internal.cycle;

import org.jspecify.annotations.NullMarked;
