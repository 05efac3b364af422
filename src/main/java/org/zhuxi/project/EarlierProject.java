package org.zhuxi.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project of earlier days, taken over from a document; what the document does not give stays empty.
 *
 * @param stage how far it had come
 * @param funds who paid, with or without amounts
 * @param source document and page
 */
public record EarlierProject(
        NewProject project,
        ProjectStage stage,
        ProjectPlan plan,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate acceptedOn,
        @Nullable BigDecimal doneQuantity,
        List<FundMovement> funds,
        String source) {

    public EarlierProject {
        funds = List.copyOf(funds);
    }
}
