package org.zhuxi.launcher;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.zhuxi.ZhuxiApplication;

/** The launcher script in a folder of its own, beside a program that is built as a build leaves it: a jar that names its libraries. */
final class Installation {

    private static final int TWO_MINUTES = 120;

    private final Path folder;

    /** @param withProgram whether there is a program; without one only what needs none can be tried */
    Installation(Path folder, boolean withProgram) throws IOException {
        this.folder = folder;
        Files.copy(Path.of("zhuxi"), folder.resolve("zhuxi"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(folder.resolve("src/main"));
        Files.createFile(folder.resolve("pom.xml"));
        if (withProgram) {
            Files.createDirectories(app());
            pack(app().resolve("zhuxi.jar"));
            Files.createFile(app().resolve("built"));
            Files.setLastModifiedTime(
                    app().resolve("built"), FileTime.from(Instant.now().plusSeconds(TWO_MINUTES)));
        }
    }

    Path app() {
        return folder.resolve("target/app");
    }

    /** What a run of the launcher came to. */
    record Run(int exit, String output) {}

    Run run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    Run run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var process = start(environment, arguments);
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(TWO_MINUTES, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("It does not end: " + List.of(arguments) + "\n" + output);
        }
        return new Run(process.exitValue(), output);
    }

    Process start(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(folder.resolve("zhuxi").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        var all = builder.environment();
        all.keySet().removeIf(name -> name.startsWith("ZHUXI_"));
        all.put("JAVA_HOME", System.getProperty("java.home"));
        all.put("LC_ALL", "C.UTF-8");
        all.putAll(environment);
        return builder.start();
    }

    private void tool(String name, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", name).toString()));
        command.addAll(List.of(arguments));
        var said = folder.resolve(name + ".log");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(TWO_MINUTES, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(name + " failed: " + Files.readString(said));
        }
    }

    /** A jar of the classes under test whose manifest leads to the jars of the class path. */
    private static void pack(Path jar) throws IOException {
        var classes = Path.of(ZhuxiApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        var lib = Files.createDirectories(jar.resolveSibling("lib"));
        var libraries = new ArrayList<String>();
        for (var entry : classPath().split(System.getProperty("path.separator"), -1)) {
            var library = Path.of(entry);
            var link = lib.resolve(library.getFileName());
            if (entry.endsWith(".jar") && Files.notExists(link)) {
                Files.createSymbolicLink(link, library.toAbsolutePath());
                libraries.add("lib/" + link.getFileName());
            }
        }
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, ZhuxiApplication.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", libraries));
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var files = Files.walk(classes)) {
            for (var file : files.sorted().toList()) {
                var name = classes.relativize(file).toString().replace('\\', '/');
                if (!name.isEmpty()) {
                    out.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
                    if (Files.isRegularFile(file)) {
                        Files.copy(file, out);
                    }
                    out.closeEntry();
                }
            }
        }
    }

    /** Finds the components as a build does, and packs what it found. */
    void findComponents() throws IOException, InterruptedException {
        var room = Files.createDirectories(folder.resolve("components"));
        var found = List.of(room.resolve("sources"), room.resolve("classes"));
        var jar = app().resolve("zhuxi.jar");
        tool(
                "java",
                "-cp",
                jar.toString(),
                "org.springframework.boot.SpringApplicationAotProcessor",
                ZhuxiApplication.class.getName(),
                found.getFirst().toString(),
                found.getLast().toString(),
                found.getLast().toString(),
                "org.zhuxi",
                "zhuxi");
        var sources = new ArrayList<String>();
        try (var files = Files.walk(found.getFirst())) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(sources::add);
        }
        var list = Files.write(room.resolve("list"), sources);
        tool(
                "javac",
                "-nowarn",
                "-parameters",
                "-proc:none",
                "-cp",
                found.getLast() + System.getProperty("path.separator") + jar,
                "-d",
                found.getLast().toString(),
                "@" + list);
        tool("jar", "--update", "--file", jar.toString(), "-C", found.getLast().toString(), ".");
    }

    private static String classPath() {
        return Objects.requireNonNull(
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
