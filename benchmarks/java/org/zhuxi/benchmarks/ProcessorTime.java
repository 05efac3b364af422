package org.zhuxi.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How much processor time this program and its database have used. Unlike rates it hardly depends on what else the machine
 * does.
 *
 * @param programMicros of this process since it began, µs
 * @param databaseMicros of all processes of the server that still run, µs
 */
public record ProcessorTime(double programMicros, double databaseMicros) {

    /** @param data the directory of the server */
    public static ProcessorTime now(Path data) {
        try {
            var postmaster = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            var database = ProcessHandle.of(postmaster).orElseThrow();
            var servers =
                    database.descendants().mapToDouble(ProcessorTime::micros).sum();
            return new ProcessorTime(micros(ProcessHandle.current()), servers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was used since, for each of so many pieces of work. */
    public ProcessorTime since(ProcessorTime before, double pieces) {
        return new ProcessorTime(
                (programMicros - before.programMicros) / pieces, (databaseMicros - before.databaseMicros) / pieces);
    }

    private static double micros(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e3;
    }
}
