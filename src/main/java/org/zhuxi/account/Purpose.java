package org.zhuxi.account;

import org.zhuxi.kernel.Names;

/**
 * What personal data is used for.
 *
 * @param code stable name such as {@code contact}
 * @param version raised when the meaning of the text changes; consent to an older one no longer holds
 * @param needed whether nothing works without it; then it holds and is not asked for
 * @param forMinors whether it is about children only, and a guardian decides
 * @param basis why it is lawful: {@code duty}, {@code consent} or {@code guardian}
 */
public record Purpose(
        String code, int version, boolean needed, boolean forMinors, String basis, Names name, Names text) {}
