package org.zhuxi.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Register;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
class EvidenceTests {

    private final Activities activities;
    private final EvidenceFiles files;
    private final Register register;

    private World world;
    private Actor clerk;

    EvidenceTests(Activities activities, EvidenceFiles files, Register register) {
        this.activities = activities;
        this.files = files;
        this.register = register;
    }

    @BeforeEach
    void settle() {
        world = World.create(register, 2);
        clerk = world.person(Role.COMMUNITY_CLERK);
    }

    @Test
    void attachesAPhotoToARecord() throws Exception {
        var photo = keep(picture("jpg", 40, 20));
        var trees = trees(List.of(photo.sha256()));

        assertThat(activities.record(clerk, List.of(trees)))
                .extracting(Outcome::status)
                .containsExactly(Outcome.Status.CREATED);

        assertThat(activities.detail(clerk, trees.id()).evidence()).containsExactly(photo);
        var opened = files.open(clerk, trees.id(), photo.sha256());
        assertThat(Files.size(opened.path())).isEqualTo(photo.bytes());
        assertThatThrownBy(() -> files.open(world.member(1), trees.id(), photo.sha256()))
                .isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void keepsPhotosForOtherModules() throws Exception {
        var elsewhere = World.create(register, 0);

        var photo = files.keepFor(world.member(0), world.community(), new ByteArrayInputStream(picture("png", 13, 7)));

        assertThat(files.of(world.community(), photo.sha256()).file()).isEqualTo(photo);
        assertThatThrownBy(() -> files.of(elsewhere.community(), photo.sha256()))
                .isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void refusesARecordThatLacksItsPhoto() {
        assertThat(activities
                        .record(clerk, List.of(trees(List.of())))
                        .getFirst()
                        .problem())
                .isNotNull()
                .satisfies(problem -> assertThat(problem.slug()).isEqualTo("evidence-missing"));
    }

    @Test
    void refusesAPhotoThatWasUploadedElsewhere() throws Exception {
        var elsewhere = World.create(register, 0);
        var photo = files.keep(
                elsewhere.person(Role.STEWARD), elsewhere.code(), new ByteArrayInputStream(picture("png", 11, 7)));

        assertThat(activities
                        .record(clerk, List.of(trees(List.of(photo.sha256()))))
                        .getFirst()
                        .problem())
                .isNotNull()
                .satisfies(problem -> assertThat(problem.slug()).isEqualTo("evidence-unknown"));
    }

    @Test
    void refusesAnExecutableWhateverItsName() {
        var program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';

        assertThatThrownBy(() -> keep(program)).isInstanceOf(ActivityRefused.WrongFileType.class);
        assertThatThrownBy(() -> keep("#!/bin/sh\nrm -rf /".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ActivityRefused.WrongFileType.class);
        assertThatThrownBy(() -> keep("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ActivityRefused.WrongFileType.class);
    }

    @Test
    void refusesADamagedPhoto() throws Exception {
        var half = java.util.Arrays.copyOf(picture("png", 200, 200), 60);

        assertThatThrownBy(() -> keep(half)).isInstanceOf(ActivityRefused.DamagedFile.class);
        assertThatThrownBy(() -> keep(new byte[0])).isInstanceOf(ActivityRefused.DamagedFile.class);
    }

    @Test
    void refusesMoreThanTenMegabytes() {
        assertThatThrownBy(() -> keep(new byte[10 * 1024 * 1024 + 1])).isInstanceOf(ActivityRefused.FileTooLarge.class);
    }

    @Test
    void refusesAPhotoThatUnpacksToTooMuchBeforeUnpackingIt() throws Exception {
        // a picture header of 50,000 × 50,000 pixels in a few bytes
        var bomb = picture("png", 1, 1);
        bomb[18] = (byte) 0xC3;
        bomb[19] = 0x50;
        bomb[22] = (byte) 0xC3;
        bomb[23] = 0x50;
        var crc = new java.util.zip.CRC32();
        crc.update(bomb, 12, 17);
        for (var index = 0; index < 4; index++) {
            bomb[29 + index] = (byte) (crc.getValue() >>> (24 - 8 * index));
        }

        assertThatThrownBy(() -> keep(bomb)).isInstanceOf(ActivityRefused.FileTooLarge.class);
    }

    @Test
    void turnsAPhotoUprightAndForgetsWhereItWasTaken() throws Exception {
        var photo = keep(withExif(picture("jpg", 40, 20)));

        assertThat(photo.width()).isEqualTo(20);
        assertThat(photo.height()).isEqualTo(40);
        var trees = trees(List.of(photo.sha256()));
        activities.record(clerk, List.of(trees));
        var kept = files.open(clerk, trees.id(), photo.sha256()).path().toFile();
        var metadata = ImageMetadataReader.readMetadata(kept);
        assertThat(metadata.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
        assertThat(metadata.getDirectoriesOfType(com.drew.metadata.exif.ExifIFD0Directory.class))
                .isEmpty();
    }

    @Test
    void givesTheSameFileForTheSamePhoto() throws Exception {
        var photo = picture("jpg", 12, 12);

        assertThat(keep(photo)).isEqualTo(keep(photo));
    }

    @Test
    void laysPhotosOfTheHouseholdAndReusedOnesBesideWhatWaits() throws Exception {
        var meterBefore = keep(picture("png", 31, 7));
        var meterNow = keep(picture("png", 32, 7));
        var garden = keep(picture("png", 33, 7));
        var usual = reading("5", meterBefore);
        var unusual = reading("90", meterNow);
        var planted = trees(List.of(garden.sha256()));
        var again = trees(List.of(garden.sha256()));
        activities.record(clerk, List.of(usual, unusual, planted, again));
        var verifier = world.person(Role.VERIFIER);

        var waiting = activities.waiting(verifier, world.path(), 10, null).items().stream()
                .collect(Collectors.toMap(item -> item.activity().id(), Waiting::comparisons));

        assertThat(waiting).containsOnlyKeys(unusual.id(), planted.id(), again.id());
        assertThat(waiting.get(unusual.id())).singleElement().satisfies(other -> {
            assertThat(other.activity()).isEqualTo(usual.id());
            assertThat(other.reused()).isFalse();
            assertThat(other.file()).isEqualTo(meterBefore);
        });
        assertThat(waiting.get(again.id())).singleElement().satisfies(other -> {
            assertThat(other.activity()).isEqualTo(planted.id());
            assertThat(other.reused()).isTrue();
        });
        assertThat(files.open(verifier, usual.id(), meterBefore.sha256()).file())
                .isEqualTo(meterBefore);
    }

    private Submission reading(String value, EvidenceFile photo) {
        return new Submission(
                Ids.next(),
                "meter.water",
                world.code(),
                world.household(0),
                null,
                Instant.now(),
                Map.of("volume", new Measured(new BigDecimal(value), "m3")),
                null,
                null,
                List.of(photo.sha256()),
                null);
    }

    private EvidenceFile keep(byte[] content) throws IOException {
        return files.keep(clerk, world.code(), new ByteArrayInputStream(content));
    }

    private Submission trees(List<String> evidence) {
        return new Submission(
                Ids.next(),
                "garden.tree-planted",
                world.code(),
                null,
                null,
                Instant.now(),
                Map.of("trees", new Measured(BigDecimal.TWO, "1")),
                null,
                null,
                evidence,
                null);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.GREEN);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** Puts an EXIF segment with orientation 6 (turn right) and a GPS latitude reference behind the JPEG's first marker. */
    private static byte[] withExif(byte[] jpeg) {
        var exif = new byte[] {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            64,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            2,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0,
            (byte) 0x88,
            0x25,
            0,
            4,
            0,
            0,
            0,
            1,
            0,
            0,
            0,
            38,
            0,
            0,
            0,
            0,
            0,
            1,
            0,
            1,
            0,
            2,
            0,
            0,
            0,
            2,
            'N',
            0,
            0,
            0,
            0,
            0,
            0,
            0
        };
        exif[3] = (byte) (exif.length - 2);
        var all = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, all, 0, 2);
        System.arraycopy(exif, 0, all, 2, exif.length);
        System.arraycopy(jpeg, 2, all, 2 + exif.length, jpeg.length - 2);
        return all;
    }
}
