package org.zhuxi.demo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.zhuxi.project.photo.Phase;

/** Draws what a corner of an estate might look like before, during and after works; made up, and hatched so that nobody takes it for a photo. */
final class DemoPicture {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int GROUND = 300;
    private static final int HATCH = 40;

    private DemoPicture() {}

    static InputStream of(Phase phase) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0xDCE8EC));
        pen.fillRect(0, 0, WIDTH, GROUND);
        pen.setColor(new Color(0xC9B79C));
        pen.fillRect(60, 90, 240, GROUND - 90);
        pen.setColor(new Color(0x7A8B99));
        for (var window = 0; window < 9; window++) {
            pen.fillRect(90 + window % 3 * 70, 115 + window / 3 * 60, 40, 35);
        }
        pen.setColor(ground(phase));
        pen.fillRect(0, GROUND, WIDTH, HEIGHT - GROUND);
        pen.setColor(spot(phase));
        pen.fillOval(300, 330, 260, 90);
        pen.setColor(new Color(0x4F7F4A));
        pen.fillOval(430, phase == Phase.AFTER ? 180 : 210, 120, 120);
        pen.setColor(new Color(255, 255, 255, 70));
        for (var x = -HEIGHT; x < WIDTH; x += HATCH) {
            pen.drawLine(x, HEIGHT, x + HEIGHT, 0);
        }
        pen.dispose();
        return png(image);
    }

    private static Color ground(Phase phase) {
        return switch (phase) {
            case BEFORE -> new Color(0x8C8C86);
            case DURING -> new Color(0xA57B4B);
            case AFTER -> new Color(0xB7AE9A);
        };
    }

    /** A puddle, a pit, a rain garden. */
    private static Color spot(Phase phase) {
        return switch (phase) {
            case BEFORE -> new Color(0x5F7480);
            case DURING -> new Color(0x6E5230);
            case AFTER -> new Color(0x6FA25C);
        };
    }

    private static InputStream png(BufferedImage image) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return new ByteArrayInputStream(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
