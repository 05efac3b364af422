package org.zhuxi.assessment;

import java.util.UUID;
import org.zhuxi.kernel.PlacePath;

/**
 * A community drawn for inspection, and how far it has come.
 *
 * @param draw the draw it was drawn in
 * @param order in which it was drawn, from 1
 * @param checks how many assessors have checked it on site
 */
public record DrawnCommunity(
        UUID draw, int order, UUID assessment, String place, PlacePath path, AssessmentState state, long checks) {}
