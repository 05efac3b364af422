package org.zhuxi.project.asset;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Role;

/**
 * Somebody answers for it that there is nothing of a kind, or of a whole inventory: a certified zero, which an empty list is not.
 *
 * @param kind null for the whole inventory
 * @param signer in which role somebody signed it
 */
public record Absence(
        UUID id,
        String place,
        Inventory inventory,
        @Nullable AssetKind kind,
        LocalDate on,
        String words,
        Role signer) {}
