package org.zhuxi.exchange;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableWriter;

/** Tables given out. What a row shows and who may see it, the module behind the table decides. */
@Service
public class Exports {

    private final List<ExportSource> sources;

    Exports(List<ExportSource> sources) {
        this.sources = sources.stream()
                .sorted(Comparator.comparing(ExportSource::code))
                .toList();
    }

    /** What this actor may have somewhere. */
    public List<ExportSource> sources(Actor actor) {
        return sources.stream().filter(source -> mayHave(actor, source)).toList();
    }

    /** @throws Refused.Forbidden unless the actor may have it somewhere */
    public ExportSource getSource(Actor actor, String code) {
        var found = sources.stream()
                .filter(source -> source.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(code));
        if (!mayHave(actor, found)) {
            throw new Refused.Forbidden(code);
        }
        return found;
    }

    /** A file that is begun with the first row, so that a refusal before it can still be told. */
    public interface Opening {
        TableWriter open() throws IOException;
    }

    /** Writes a table; constant in memory, however long it is. */
    public void write(Actor actor, ExportSource source, ExportSource.Scope scope, Opening opening) throws IOException {
        var writer = new TableWriter[1];
        try {
            source.write(actor, scope, cells -> {
                if (writer[0] == null) {
                    writer[0] = opening.open();
                }
                writer[0].row(cells);
            });
            if (writer[0] == null) {
                writer[0] = opening.open();
            }
        } finally {
            if (writer[0] != null) {
                writer[0].close();
            }
        }
    }

    private static boolean mayHave(Actor actor, ExportSource source) {
        var permission = source.permission();
        return permission == null || actor.mayAnywhere(permission);
    }
}
