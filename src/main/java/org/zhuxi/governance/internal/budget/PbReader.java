package org.zhuxi.governance.internal.budget;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.zhuxi.governance.internal.budget.PbRefused.Fault;

/** Reads Pabulib files and refuses what does not add up, with the line. */
public final class PbReader {

    /** Most characters of a file. */
    public static final int MOST = 32 << 20;

    private static final String NUMBER = "[0-9]{1,12}(\\.[0-9]{1,2})?";

    private final SequencedMap<String, String> meta = new LinkedHashMap<>();
    private final Map<String, BudgetProject> projects = new LinkedHashMap<>();
    private final Map<String, PbRows.Row> projectRows = new HashMap<>();
    private final List<BudgetBallot> ballots = new ArrayList<>();
    private final Set<String> selected = new HashSet<>();
    private int unit = 1;

    private PbReader() {}

    /** @throws PbRefused when it cannot be counted */
    public static PbFile read(String text) {
        if (text.length() > MOST) {
            throw new PbRefused(Fault.TOO_LARGE, 0, String.valueOf(MOST));
        }
        return new PbReader().file(PbRows.sections(text));
    }

    private PbFile file(Map<String, PbRows> sections) {
        for (var row : section(sections, "META").rows()) {
            if (meta.put(row.get("key"), row.get("value")) != null) {
                throw row.refused(Fault.TWICE, row.get("key"));
            }
        }
        var type = BallotType.ofPabulib(key("vote_type"))
                .orElseThrow(() -> new PbRefused(Fault.UNKNOWN_TYPE, 0, key("vote_type")));
        var limits = new Limits(
                limit("min_length", 1),
                limit("max_length", Integer.MAX_VALUE),
                limit("max_sum_points", Long.MAX_VALUE));
        readProjects(section(sections, "PROJECTS"));
        readVotes(section(sections, "VOTES"), type, limits);
        agree("num_projects", projects.size());
        agree("num_votes", ballots.size());
        var election = new Election(money(key("budget"), 0), type, List.copyOf(projects.values()), ballots);
        if (election.budget() <= 0) {
            throw new PbRefused(Fault.NO_NUMBER, 0, "budget");
        }
        checkSums(election);
        return new PbFile(meta, election, unit, selected);
    }

    private record Limits(long least, long most, long points) {}

    private String key(String key) {
        var value = meta.getOrDefault(key, "");
        if (value.isEmpty()) {
            throw new PbRefused(Fault.NO_KEY, 0, key);
        }
        return value;
    }

    private long limit(String key, long otherwise) {
        var value = meta.getOrDefault(key, "");
        return value.isEmpty() ? otherwise : whole(value, 0, key);
    }

    private static long whole(String value, long line, String what) {
        if (!value.matches("[0-9]{1,15}")) {
            throw new PbRefused(Fault.NO_NUMBER, line, what + " " + value);
        }
        return Long.parseLong(value);
    }

    private void readProjects(PbRows section) {
        need(section, "project_id");
        need(section, "cost");
        if (section.rows().stream().anyMatch(row -> row.get("cost").contains("."))) {
            unit = 100;
        }
        for (var row : section.rows()) {
            var id = row.get("project_id");
            if (id.isEmpty()) {
                throw row.refused(Fault.NO_KEY, "project_id");
            }
            if (projects.put(id, new BudgetProject(id, money(row.get("cost"), row.line()), row.get("name"))) != null) {
                throw row.refused(Fault.TWICE, id);
            }
            projectRows.put(id, row);
            if (!row.get("selected").isEmpty() && !row.get("selected").equals("0")) {
                selected.add(id);
            }
        }
    }

    private static void need(PbRows section, String column) {
        if (!section.has(column)) {
            throw new PbRefused(Fault.NO_COLUMN, 0, column);
        }
    }

    private long money(String value, long line) {
        if (!value.matches(NUMBER)) {
            throw new PbRefused(Fault.NO_NUMBER, line, value);
        }
        var units = new BigDecimal(value).multiply(BigDecimal.valueOf(unit)).stripTrailingZeros();
        if (units.scale() > 0) {
            throw new PbRefused(Fault.NO_NUMBER, line, value);
        }
        return units.longValueExact();
    }

    private void readVotes(PbRows section, BallotType type, Limits limits) {
        need(section, "voter_id");
        need(section, "vote");
        if (type.hasPoints()) {
            need(section, "points");
        }
        var voters = new HashSet<String>();
        for (var row : section.rows()) {
            if (!voters.add(row.get("voter_id"))) {
                throw row.refused(Fault.TWICE, row.get("voter_id"));
            }
            ballots.add(ballot(row, type, limits));
        }
    }

    private BudgetBallot ballot(PbRows.Row row, BallotType type, Limits limits) {
        var named = row.get("vote").isEmpty()
                ? List.<String>of()
                : List.of(row.get("vote").split(",", -1));
        for (var id : named) {
            if (!projects.containsKey(id)) {
                throw row.refused(Fault.UNKNOWN_PROJECT, id);
            }
        }
        if (new HashSet<>(named).size() < named.size()) {
            throw row.refused(Fault.TWICE, row.get("vote"));
        }
        if (named.size() < limits.least() || named.size() > limits.most()) {
            throw row.refused(Fault.OUTSIDE_LIMITS, String.valueOf(named.size()));
        }
        if (type.isApproval()) {
            return BudgetBallot.approving(named);
        }
        return type == BallotType.ORDINAL ? BudgetBallot.ranking(named) : points(row, named, limits);
    }

    private static BudgetBallot points(PbRows.Row row, List<String> named, Limits limits) {
        var points = row.get("points").split(",", -1);
        if (points.length != named.size() && !named.isEmpty()) {
            throw row.refused(Fault.COUNT_DIFFERS, row.get("points"));
        }
        var worth = new LinkedHashMap<String, Long>();
        var sum = 0L;
        for (var i = 0; i < named.size(); i++) {
            var given = whole(points[i], row.line(), "points");
            sum += given;
            worth.put(named.get(i), given);
        }
        if (sum > limits.points()) {
            throw row.refused(Fault.OUTSIDE_LIMITS, String.valueOf(sum));
        }
        return new BudgetBallot(worth);
    }

    /** The rows that were read are all there are. */
    private static PbRows section(Map<String, PbRows> sections, String name) {
        return Objects.requireNonNull(sections.get(name));
    }

    private void agree(String key, int counted) {
        if (whole(key(key), 0, key) != counted) {
            throw new PbRefused(Fault.COUNT_DIFFERS, 0, key + " " + key(key) + " ≠ " + counted);
        }
    }

    /** The columns of votes and points must be what the ballots add up to. */
    private void checkSums(Election election) {
        var electorate = Electorate.of(election, Worth.ONE);
        for (var i = 0; i < electorate.projects(); i++) {
            var project = election.projects().get(i);
            var row = Objects.requireNonNull(projectRows.get(project.id()));
            agree(row, "votes", electorate.backers[i].votes());
            if (election.type().hasPoints()) {
                agree(row, "score", electorate.backers[i].score());
            }
        }
    }

    private static void agree(PbRows.Row row, String column, long counted) {
        var said = row.get(column);
        if (!said.isEmpty() && whole(said, row.line(), column) != counted) {
            throw row.refused(Fault.SUM_DIFFERS, column + " " + said + " ≠ " + counted);
        }
    }
}
