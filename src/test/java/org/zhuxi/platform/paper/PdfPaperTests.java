package org.zhuxi.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfPaperTests {

    @Test
    void lettersThatCouldBeDrawnTogetherAreCopiedOneByOne() throws IOException {
        var letters = "e78ff86989 fi fl ffi ffl office 0xffff";

        assertThat(text(letters)).contains(letters);
    }

    private static String text(String words) throws IOException {
        var out = new ByteArrayOutputStream();
        PdfPaper.write(
                new Paper("年度报告", "zh-CN", List.of(words), List.of(new Paper.Heading(2, "一、情况"))), Instant.EPOCH, out);
        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
