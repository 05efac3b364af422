package org.zhuxi.platform.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A table as an Excel workbook, written as it comes; a new sheet begins when one is full. */
public final class XlsxTable implements TableWriter {

    private static final int ROWS_AT_ONCE = 500;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Workbook workbook;
    private final List<TableColumn> columns;
    private Worksheet sheet;
    private int row;
    private int sheets;

    public XlsxTable(OutputStream out, List<TableColumn> columns) {
        this.workbook = new Workbook(out, "Zhuxi", "1.0");
        this.columns = List.copyOf(columns);
        this.sheet = newSheet();
    }

    private Worksheet newSheet() {
        var fresh = workbook.newWorksheet("Sheet" + ++sheets);
        fresh.freezePane(0, 1);
        for (var i = 0; i < columns.size(); i++) {
            fresh.inlineString(0, i, columns.get(i).name());
            fresh.style(0, i).bold().set();
        }
        row = 1;
        return fresh;
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        if (row == Worksheet.MAX_ROWS) {
            sheet.finish();
            sheet = newSheet();
        }
        for (var i = 0; i < cells.length; i++) {
            write(i, cells[i]);
        }
        if (++row % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    private void write(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case Boolean yes -> sheet.value(row, column, yes);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Instant moment -> {
                sheet.value(row, column, moment.atZone(ZONE).toLocalDateTime());
                sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            default -> sheet.inlineString(row, column, Harmless.text(value.toString()));
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.close();
    }
}
