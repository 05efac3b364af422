package org.zhuxi.governance.internal.budget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes Pabulib files. */
public final class PbWriter {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator('\n')
            .get();

    private PbWriter() {}

    /**
     * Writes an election whose budget and costs are whole units of the currency.
     *
     * @param meta description, country, unit and what else stands in the head; counts, budget and type are added
     * @param voters an id for each ballot, in the same order, that tells nothing of a person
     * @param selected projects that won, or none when it has not been counted
     */
    public static String write(
            Election election, SequencedMap<String, String> meta, List<String> voters, Collection<String> selected) {
        var out = new StringBuilder();
        try (var csv = new CSVPrinter(out, FORMAT)) {
            csv.printRecord("META");
            csv.printRecord("key", "value");
            for (var entry : meta.entrySet()) {
                csv.printRecord(entry.getKey(), entry.getValue());
            }
            csv.printRecord("num_projects", election.projects().size());
            csv.printRecord("num_votes", election.ballots().size());
            csv.printRecord("budget", election.budget());
            csv.printRecord("vote_type", election.type().pabulib());
            projects(csv, election, selected);
            votes(csv, election, voters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void projects(CSVPrinter csv, Election election, Collection<String> selected) throws IOException {
        csv.printRecord("PROJECTS");
        csv.printRecord("project_id", "cost", "votes", "score", "name", "selected");
        var electorate = Electorate.of(election, Worth.ONE);
        for (var i = 0; i < electorate.projects(); i++) {
            var project = election.projects().get(i);
            csv.printRecord(
                    project.id(),
                    project.cost(),
                    electorate.backers[i].votes(),
                    electorate.backers[i].score(),
                    project.name(),
                    selected.contains(project.id()) ? 1 : 0);
        }
    }

    private static void votes(CSVPrinter csv, Election election, List<String> voters) throws IOException {
        csv.printRecord("VOTES");
        if (election.type().hasPoints()) {
            csv.printRecord("voter_id", "vote", "points");
        } else {
            csv.printRecord("voter_id", "vote");
        }
        for (var i = 0; i < voters.size(); i++) {
            var worth = election.ballots().get(i).worth();
            var named = String.join(",", worth.keySet());
            if (election.type().hasPoints()) {
                csv.printRecord(voters.get(i), named, points(worth));
            } else {
                csv.printRecord(voters.get(i), named);
            }
        }
    }

    private static String points(Map<String, Long> worth) {
        return String.join(",", worth.values().stream().map(String::valueOf).toList());
    }
}
