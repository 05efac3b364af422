package org.zhuxi.assessment.internal.cycle;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.zhuxi.assessment.Answer;
import org.zhuxi.assessment.Check;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.Finding;
import org.zhuxi.assessment.SiteCheck;

/**
 * What was seen on site, held against what was said. When all saw it met, what was said stands; when one did not, what can be
 * said no to is no, and a number nobody can vouch for is unknown until the level that decides has given its own.
 */
final class OnSite {

    private OnSite() {}

    static Finding applied(Criterion criterion, Finding said, List<SiteCheck.Seen> seen) {
        if (seen.isEmpty()) {
            return said;
        }
        var defects = seen.stream().mapToInt(SiteCheck.Seen::defects).max().orElse(0);
        var answers = new HashMap<>(said.answers());
        if (!seen.stream().allMatch(SiteCheck.Seen::met)) {
            criterion.check().asked().forEach(part -> deny(part, answers));
        }
        return new Finding(answers, defects, said.applies(), said.zero(), said.evidence());
    }

    private static void deny(Check.Part part, HashMap<String, Answer> answers) {
        switch (part.check()) {
            case Check.YesNo yesNo -> answers.put(part.code(), new Answer.YesNo(false));
            case Check.Document document -> answers.put(part.code(), new Answer.YesNo(false));
            case Check.Checklist checklist -> answers.put(part.code(), new Answer.Ticked(Set.of()));
            case Check.Measure measure -> answers.remove(part.code());
            case Check.Panel panel -> answers.remove(part.code());
            case Check.All all -> throw new IllegalStateException("Checks of several are not nested");
        }
    }
}
