package org.zhuxi.governance.internal.budget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The Pabulib files of the tests, with their projects in the order of their ids, as the expected outcomes break ties. */
final class Instances {

    private Instances() {}

    static String text(String name) {
        var plain = Instances.class.getResourceAsStream("/governance/pb/" + name);
        try (var file = plain != null
                ? plain
                : new GZIPInputStream(Objects.requireNonNull(
                        Instances.class.getResourceAsStream("/governance/pb/" + name + ".gz"), name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PbFile read(String name) {
        var file = PbReader.read(text(name));
        var it = file.election();
        var sorted = it.projects().stream()
                .sorted(Comparator.comparing(BudgetProject::id))
                .toList();
        return new PbFile(
                file.meta(),
                new Election(it.budget(), it.type(), sorted, it.ballots()),
                file.centsPerUnit(),
                file.selected());
    }
}
