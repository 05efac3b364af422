package org.zhuxi.transparency.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a witness knows of one log: the checkpoint it co-signed last, kept in a file before any answer goes out. The rules
 * are those of c2sp.org/tlog-witness.
 */
final class WitnessBook {

    private final VerifierKey log;
    private final SigningKey own;
    private final Path file;
    private final Clock clock;

    WitnessBook(VerifierKey log, SigningKey own, Path file, Clock clock) {
        this.log = log;
        this.own = own;
        this.file = file;
        this.clock = clock;
    }

    /** @param status of HTTP */
    record Answer(int status, String body) {}

    private record Request(long old, List<byte[]> path, SignedNote note, Checkpoint tree) {

        private static Request parse(String body) {
            var gap = body.indexOf("\n\n");
            var lines = body.substring(0, Math.max(0, gap)).split("\n", -1);
            if (gap < 0 || !lines[0].startsWith("old ") || lines.length > 64) {
                throw new IllegalArgumentException("Not a request to co-sign");
            }
            var path = new ArrayList<byte[]>();
            for (var i = 1; i < lines.length; i++) {
                path.add(Base64Text.hash(lines[i]));
            }
            var note = SignedNote.parse(body.substring(gap + 2));
            return new Request(
                    Base64Text.number(lines[0].substring("old ".length())), path, note, Checkpoint.parse(note.text()));
        }
    }

    synchronized Answer add(String body) throws IOException {
        Request request;
        try {
            request = Request.parse(body);
        } catch (IllegalArgumentException e) {
            return new Answer(400, "");
        }
        if (!request.tree.origin().equals(log.name())) {
            return new Answer(404, "");
        }
        if (!isSigned(request.note)) {
            return new Answer(403, "");
        }
        var known = last().map(note -> Checkpoint.parse(note.text()));
        long seen = known.map(Checkpoint::size).orElse(0L);
        if (request.old > request.tree.size()) {
            return new Answer(400, "");
        }
        if (request.old != seen) {
            return new Answer(409, seen + "\n");
        }
        return hasGrown(request, known) ? cosign(request) : new Answer(422, "");
    }

    /** What it co-signed last, with both signatures. */
    Optional<SignedNote> last() throws IOException {
        return Files.exists(file) ? Optional.of(SignedNote.parse(Files.readString(file))) : Optional.empty();
    }

    private boolean isSigned(SignedNote note) {
        try {
            return note.signedBy(log).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean hasGrown(Request request, Optional<Checkpoint> known) {
        var tree = request.tree;
        if (request.old == 0) {
            var isEmptyRight = tree.size() > 0 || java.util.Arrays.equals(tree.root(), new TreeHasher().empty());
            return request.path.isEmpty() && isEmptyRight;
        }
        return Proofs.areConsistent(
                request.old, tree.size(), request.path, known.orElseThrow().root(), tree.root());
    }

    private Answer cosign(Request request) throws IOException {
        var line = own.sign(request.tree, clock.instant());
        var byLog = request.note.signedBy(log).orElseThrow();
        var note = new SignedNote(request.note.text(), List.of(byLog, line));
        var draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.write(
                draft,
                note.toString().getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Answer(200, line.toString());
    }
}
