package org.zhuxi.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhuxi.platform.backup.BackupCommand;
import tools.jackson.databind.json.JsonMapper;

/** The worst day: a back-up was made while drops were coming in, then everything is gone. */
class RestoreDrillTests {

    private static final int DROPS = Integer.getInteger("zhuxi.crash.drops", 4_000);
    private static final int BEFORE = DROPS / 8;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedBeforeTheMomentOfTheBackUpIsMissing() throws Exception {
        var data = folder.resolve("data");
        var file = folder.resolve("elsewhere/backup.zip");
        try (var program = new ProgramUnderFire(data)) {
            var fleet = new Fleet(program, DROPS);
            fleet.start();
            fleet.awaitAcknowledged(BEFORE);
            var photo = sendPhoto(program, fleet);
            assertThat(command("backup", data, "--to=" + file)).isZero();
            fleet.finish();

            program.stop();
            destroy(data);
            assertThat(command("verify", data, "--file=" + file)).isZero();
            assertThat(command("restore", data, "--file=" + file)).isZero();
            program.startAgain();

            var promised = fleet.acknowledgedBefore(momentOf(file));
            var kept = Kept.idsIn(program);
            assertThat(promised).as("acknowledged before the moment").isNotEmpty();
            assertThat(kept.missing(promised)).as("missing").isZero();
            assertThat(kept.duplicates()).isEmpty();
            assertThat(fleet.get("/api/v1/points/trial-balance")).contains("\"sum\":0");
            assertThat(sha256(data.resolve("files")
                            .resolve(photo.substring(0, 2))
                            .resolve(photo.substring(2, 4))
                            .resolve(photo)))
                    .isEqualTo(photo);

            fleet.sendAllAgain();
            assertThat(Kept.idsIn(program).missing(fleet.acknowledged().keySet()))
                    .isZero();
            assertThat(Kept.pointsByHousehold(program)).as("points").isEqualTo(fleet.pointsByHand());
            System.out.printf(
                    "The back-up held %d drops, %d of which had been acknowledged before its moment, of %d in all%n",
                    kept.ids().size(), promised.size(), fleet.acknowledged().size());
        }
    }

    private static int command(String name, Path data, String option) {
        return BackupCommand.main(new String[] {"--zhuxi.command=" + name, "--zhuxi.data=" + data, option});
    }

    private static Instant momentOf(Path backup) throws IOException {
        try (var zip = new ZipFile(backup.toFile());
                var manifest = zip.getInputStream(zip.getEntry("manifest.json"))) {
            return Instant.parse(
                    new JsonMapper().readTree(manifest).get("moment").asString());
        }
    }

    /** Answers the name under which it is kept. */
    private static String sendPhoto(ProgramUnderFire program, Fleet fleet) throws Exception {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB), "png", picture);
        var body = new ByteArrayOutputStream();
        body.write("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.write(picture.toByteArray());
        body.write("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    fleet.request("/api/v1/evidence?place=" + program.world().getFirst())
                            .header("Content-Type", "multipart/form-data; boundary=x")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return new JsonMapper().readTree(answer.body()).get("sha256").asString();
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static void destroy(Path tree) throws IOException {
        try (var all = Files.walk(tree)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
