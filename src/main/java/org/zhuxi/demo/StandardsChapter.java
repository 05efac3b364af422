package org.zhuxi.demo;

import org.springframework.stereotype.Component;
import org.zhuxi.assessment.NewStandard;
import org.zhuxi.assessment.StandardDrafts;
import org.zhuxi.assessment.Standards;
import org.zhuxi.kernel.Origin;

/** A city's own rules, made up from the example: one version in force, the next being written. */
@Component
class StandardsChapter {

    private static final String CODE = "DEMO-YZ";
    private static final String CITY = "321000000000";
    private static final String NAMES = "names: {zh: 扬州市绿色社区评分细则（演示）, en: Yangzhou rules (demonstration)}";

    private final StandardDrafts drafts;
    private final Standards standards;

    StandardsChapter(StandardDrafts drafts, Standards standards) {
        this.drafts = drafts;
        this.standards = standards;
    }

    void tell() {
        if (isTold()) {
            return;
        }
        var first = drafts.begin(Founder.ACTOR, new NewStandard("EXAMPLE-100", 1, CODE, CITY), Origin.SYNTHETIC);
        drafts.edit(Founder.ACTOR, CODE, 1, first.revision(), first.text().replaceFirst("(?m)^names: .*$", NAMES));
        drafts.publish(Founder.ACTOR, CODE, 1);
        var next = drafts.begin(Founder.ACTOR, new NewStandard(CODE, 1, CODE, CITY), Origin.SYNTHETIC);
        drafts.edit(
                Founder.ACTOR,
                CODE,
                2,
                next.revision(),
                next.text()
                        .replace(
                                "{from: 30, points: 3}, {from: 60, points: 4}",
                                "{from: 40, points: 3}, {from: 70, points: 4}"));
    }

    private boolean isTold() {
        return !standards.list(CODE, 1, null).items().isEmpty();
    }
}
