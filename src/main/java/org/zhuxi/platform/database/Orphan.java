package org.zhuxi.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A server left running on our data folder because the program that started it was killed. PostgreSQL refuses a second
 * server there, so the first must go.
 */
final class Orphan {

    private static final String LOCK_FILE = "epg-lock"; // the library holds it for as long as its program lives
    private static final int STOP_SECONDS = 30;
    private static final int PORT_LINE = 3;

    private Orphan() {}

    static void stopOn(Path directory) throws IOException {
        var server = serverOn(directory);
        if (server.isEmpty()) {
            return;
        }
        if (isHeldByLivingProgram(directory)) {
            throw new IllegalStateException("Another running program uses the database in " + directory);
        }
        server.get().destroy();
        server.get().onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }

    /** The server process that the folder's pid file names, if it is alive and is PostgreSQL. */
    static Optional<ProcessHandle> serverOn(Path directory) throws IOException {
        var pidFile = directory.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    /** The port of the server that a running program has on this folder. */
    static OptionalInt portOfLivingProgram(Path directory) throws IOException {
        return serverOn(directory).isPresent() && isHeldByLivingProgram(directory)
                ? OptionalInt.of(Integer.parseInt(Files.readAllLines(directory.resolve("postmaster.pid"))
                        .get(PORT_LINE)
                        .strip()))
                : OptionalInt.empty();
    }

    private static boolean isHeldByLivingProgram(Path directory) throws IOException {
        try (var channel = FileChannel.open(
                        directory.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true; // this very program holds it
        }
    }
}
