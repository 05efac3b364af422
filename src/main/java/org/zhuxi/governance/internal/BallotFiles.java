package org.zhuxi.governance.internal;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;
import org.zhuxi.governance.Decision;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.governance.Option;
import org.zhuxi.governance.internal.budget.BudgetCount;
import org.zhuxi.governance.internal.budget.BudgetRule;
import org.zhuxi.governance.internal.budget.PbWriter;
import org.zhuxi.governance.internal.owners.OwnersMatter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the published files of ballots, always the same bytes for the same ballots. */
@Component
public class BallotFiles {

    /** Days as Pabulib writes them. */
    public static final DateTimeFormatter PABULIB_DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    BallotFiles() {}

    public BallotFile of(Decision decision, int entitled, long totalArea, List<BallotFile.Line> ballots) {
        var matter = decision.matter();
        return new BallotFile(
                BallotFile.FORMAT,
                decision.id(),
                decision.kind(),
                decision.title(),
                matter != null
                        && OwnersMatter.ofNumber(matter)
                                .map(OwnersMatter::isSpecial)
                                .orElse(false),
                entitled,
                totalArea,
                decision.voting(),
                decision.budgetYuan(),
                List.<Option>copyOf(decision.options()),
                ballots);
    }

    public String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** @throws GovernanceRefused.BadFile when it is no such file */
    public BallotFile read(String text) {
        try {
            var file = JSON.readValue(text, BallotFile.class);
            if (file == null || !BallotFile.FORMAT.equals(file.format())) {
                throw new GovernanceRefused.BadFile("FORMAT", 0, BallotFile.FORMAT);
            }
            return file;
        } catch (JacksonException e) {
            throw new GovernanceRefused.BadFile("JSON", 0, "");
        }
    }

    public Outcome outcome(String json) {
        return JSON.readValue(json, Outcome.class);
    }

    public String hash(String file) {
        return Codes.hex(file.getBytes(StandardCharsets.UTF_8));
    }

    /** A budget vote as Pabulib writes it; voters are the first letters of their receipts' hashes. */
    public String pabulib(BallotFile file, SequencedMap<String, String> meta) {
        var election = Elections.of(file);
        var winners = BudgetCount.count(election, BudgetRule.usual(election)).winners();
        var voters =
                file.ballots().stream().map(it -> it.receipt().substring(0, 16)).toList();
        return PbWriter.write(election, meta, voters, winners);
    }
}
