package org.zhuxi.waste.internal.field;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.manifest.KeptPage;

/** The files of the field app that a phone keeps, under one version: a hash of all they contain. */
@Component
class FieldShell {

    /** Address of the page; the same for everybody and in itself without anybody's data. */
    static final String PAGE = "/field/app";

    private static final String STYLES = "/webjars/tabler__core/1.4.0/dist/css/tabler.min.css";
    private static final List<String> FILES = List.of(
            STYLES,
            "/assets/tokens.css",
            "/assets/icon.svg",
            "/assets/icon-192.png",
            "/assets/icon-512.png",
            "/assets/field/api.js",
            "/assets/field/app.js",
            "/assets/field/cards.js",
            "/assets/field/clock.js",
            "/assets/field/eye.js",
            "/assets/field/form.js",
            "/assets/field/inspect.js",
            "/assets/field/lock.js",
            "/assets/field/photo.js",
            "/assets/field/queue.js",
            "/assets/field/record.js",
            "/assets/field/rescue.js",
            "/assets/field/scan.js",
            "/assets/field/sender.js",
            "/assets/field/shift.js",
            "/assets/field/store.js",
            "/assets/field/unsent.js",
            "/assets/field/words.js");

    /** Kept once a phone has used it: only browsers without a detector of their own need it. */
    private static final List<String> ON_USE = List.of("/webjars/html5-qrcode/2.2.1/third_party/zxing-js.umd.min.js");

    /** Not kept, but part of what a version is: words and markup. */
    private static final List<String> WORDS =
            List.of("messages/waste-field.properties", "messages/waste-field_en.properties", "assets/field/sw.js");

    private final List<String> pages;
    private final String version;
    private final String worker;

    /** @param others pages of other modules that a phone keeps as well */
    FieldShell(List<KeptPage> others) {
        pages = Stream.concat(
                        Stream.of(PAGE), others.stream().map(KeptPage::path).sorted())
                .toList();
        var files = Stream.concat(
                        FILES.stream(),
                        others.stream().flatMap(page -> page.files().stream()).sorted())
                .distinct()
                .toList();
        version = hash(files);
        worker =
                "const VERSION = \"%s\";%nconst PAGE = \"%s\";%nconst PAGES = %s;%nconst FILES = %s;%nconst ON_USE = %s;%n%s"
                        .formatted(
                                version,
                                PAGE,
                                array(pages),
                                array(files),
                                array(ON_USE),
                                new String(read("assets/field/sw.js"), StandardCharsets.UTF_8));
    }

    /** Sixteen hexadecimal digits that change with any of the files. */
    String version() {
        return version;
    }

    /** Addresses of the pages a phone keeps. */
    List<String> pages() {
        return pages;
    }

    /** The service worker, with the list of what it keeps. */
    String worker() {
        return worker;
    }

    static List<String> files() {
        return FILES;
    }

    private static String array(List<String> files) {
        return files.stream().map(file -> "\"" + file + "\"").collect(Collectors.joining(", ", "[", "]"));
    }

    private static String hash(List<String> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach(file -> digest.update(read(file.replaceFirst("^/webjars/", "META-INF/resources/webjars/")
                    .replaceFirst("^/", ""))));
            WORDS.forEach(file -> digest.update(read(file)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] read(String path) {
        try (var file = new ClassPathResource(path).getInputStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
