package org.zhuxi.assessment.internal.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.AnswerSide;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.Cycle;
import org.zhuxi.assessment.Proof;
import org.zhuxi.assessment.ScoreSheet;
import org.zhuxi.assessment.Scoring;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.assessment.Standards;

/** Puts together what is known about an assessment, and scores it. */
@Component
public class Sheets {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Standards standards;
    private final Scoring scoring;
    private final ProgramAnswers program;
    private final AnswerStore answers;
    private final ProofStore proofs;
    private final SiteStore checks;
    private final ResultStore results;
    private final Clock clock;

    Sheets(
            Standards standards,
            Scoring scoring,
            ProgramAnswers program,
            AnswerStore answers,
            ProofStore proofs,
            SiteStore checks,
            ResultStore results,
            Clock clock) {
        this.standards = standards;
        this.scoring = scoring;
        this.program = program;
        this.answers = answers;
        this.proofs = proofs;
        this.checks = checks;
        this.results = results;
        this.clock = clock;
    }

    /** The program's own answers are looked up while the community may still write; afterwards they are part of its answers. */
    public Sheet of(CommunityAssessment it, Cycle cycle) {
        var standard = standard(cycle);
        return new Sheet(
                it,
                cycle,
                standard,
                answers.list(it),
                it.state().isWritable() ? program.of(standard, it.path(), cycle.year()) : Map.of(),
                proofs.list(it),
                checks.list(it, checks.round(it)),
                results.list(it));
    }

    /** The standard that is fixed for a cycle. */
    public StandardVersion standard(Cycle cycle) {
        return standards.get(cycle.standard(), cycle.standardVersion());
    }

    /** What a community's own words would come to, with all evidence as supplied. */
    public ScoreSheet claimed(Sheet sheet) {
        return scoring.score(sheet.standard(), sheet.findings(AnswerSide.SELF, today()), today(), Proof.CLAIMED);
    }

    /** What a side's words come to, on verified evidence. */
    public ScoreSheet verified(Sheet sheet, AnswerSide side) {
        return scoring.score(sheet.standard(), sheet.findings(side, today()), today(), Proof.VERIFIED);
    }

    /** What is decided on. */
    public ScoreSheet decisive(Sheet sheet) {
        return scoring.score(sheet.standard(), sheet.decisive(today()), today(), Proof.VERIFIED);
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }
}
