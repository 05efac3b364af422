package org.zhuxi.project;

import org.jspecify.annotations.Nullable;

/**
 * Which projects are asked for.
 *
 * @param words part of a title; empty for all
 * @param type code of a type; empty for all
 * @param late only those that are late
 */
public record ProjectFilter(
        String words, String type, @Nullable ProjectStage stage, boolean late) {

    public static final ProjectFilter ALL = new ProjectFilter("", "", null, false);
}
