package org.zhuxi.assessment;

/** An answer with what it comes to. */
final class Judged {

    private Judged() {}

    static SavedAnswer of(SavedAnswer answer, ScoreSheet sheet, Finding finding) {
        var result = sheet.result(answer.criterion()).orElseThrow();
        return new SavedAnswer(
                answer.side(),
                answer.criterion(),
                finding,
                result.outcome(),
                result.maxPoints().signum() == 0 ? null : result.points(),
                answer.comment(),
                answer.by(),
                answer.at());
    }
}
