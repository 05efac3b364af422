package org.zhuxi.project;

import org.jspecify.annotations.Nullable;

/** A product as it is listed. @param certificate number of its green certificate, or empty */
public record NewProduct(
        @Nullable String name,
        @Nullable String supplier,
        @Nullable Long amountFen,
        @Nullable String certificate) {}
