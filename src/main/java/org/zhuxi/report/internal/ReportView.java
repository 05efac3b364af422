package org.zhuxi.report.internal;

import java.util.List;
import org.zhuxi.platform.web.Page;
import org.zhuxi.report.ReportDocument;
import org.zhuxi.report.ReportFigure;
import org.zhuxi.report.ReportText;

/** A document as templates read it. */
public record ReportView(ReportDocument document, Wording wording) {

    /** A text in the reader's language, cut at the numbers it cites; in Chinese where nobody wrote English. */
    public List<CitedText.Span> spans(Page page, ReportText text) {
        var words = page.isEnglish() && !text.words().en().isEmpty()
                ? text.words().en()
                : text.words().zh();
        return CitedText.spans(words, document.figures());
    }

    /** The language a text is shown in, where it is not that of the page; null otherwise. */
    public @org.jspecify.annotations.Nullable String lang(Page page, ReportText text) {
        return page.isEnglish() && text.words().en().isEmpty() ? "zh-CN" : null;
    }

    public String printed(Page page, ReportFigure figure) {
        return page.name(wording.printed(figure));
    }

    /** What to write to cite a number. */
    public String citation(ReportFigure figure) {
        return "{" + figure.code() + "}";
    }

    /** Where a number opens; empty when it follows from others. */
    public String link(ReportFigure figure) {
        return ReportLinks.of(figure, document.report());
    }
}
