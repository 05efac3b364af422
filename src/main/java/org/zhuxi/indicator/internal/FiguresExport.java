package org.zhuxi.indicator.internal;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.platform.table.ColumnType;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;

/** Every figure that was published, corrected ones as well. */
@Component
class FiguresExport implements ExportSource {

    private static final int PAGE = 1_000;

    private final PublishedFigures figures;

    FiguresExport(PublishedFigures figures) {
        this.figures = figures;
    }

    @Override
    public String code() {
        return "published-figures";
    }

    @Override
    public Names names() {
        return new Names("定稿公布的指标数", "Published figures of indicators");
    }

    @Override
    public Names about() {
        return new Names(
                "每个公布的指标数，连同分子、分母、截止时间和指纹；更正过的也在里面，不删除。",
                "Every published value of an indicator with numerator, denominator, cut-off and hash; corrected ones stay in it.");
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(
                TableColumn.text("id"),
                TableColumn.text("indicator"),
                TableColumn.integer("version"),
                TableColumn.text("place"),
                TableColumn.text("place_name_zh"),
                TableColumn.text("place_name_en"),
                TableColumn.text("period"),
                TableColumn.decimal("value"),
                TableColumn.text("qualifier"),
                TableColumn.decimal("numerator"),
                TableColumn.decimal("denominator"),
                TableColumn.instant("cutoff"),
                TableColumn.text("hash"),
                TableColumn.text("corrects"),
                TableColumn.text("corrected_by"),
                TableColumn.text("note_zh"),
                TableColumn.instant("published_at"),
                new TableColumn("still_true", ColumnType.YES_NO),
                TableColumn.text("origin"),
                TableColumn.text("page"));
    }

    @Override
    public @Nullable Permission permission() {
        return null;
    }

    @Override
    public void write(Actor actor, Scope scope, Rows rows) throws IOException {
        UUID after = null;
        do {
            var page = figures.list(scope.place(), null, PAGE, after);
            for (var it : page.items()) {
                rows.row(
                        it.id(),
                        it.indicator(),
                        it.version(),
                        it.place(),
                        it.name().zh(),
                        it.name().en(),
                        it.period(),
                        it.value(),
                        it.qualifier(),
                        it.numerator(),
                        it.denominator(),
                        it.cutoff(),
                        it.hash(),
                        it.corrects(),
                        it.correctedBy(),
                        it.note().zh(),
                        it.publishedAt(),
                        it.stillTrue(),
                        it.origin(),
                        "/indicators/figures/" + it.id());
            }
            var next = page.next();
            after = next == null ? null : UUID.fromString(next);
        } while (after != null);
    }
}
