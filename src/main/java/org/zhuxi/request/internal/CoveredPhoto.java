package org.zhuxi.request.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.zhuxi.request.RequestPhoto.Box;
import org.zhuxi.request.RequestRefused;

/**
 * Covers parts of a photo: each becomes at most four by four patches of the mean colour of what was there, so that nothing can be
 * reckoned back from it.
 */
public final class CoveredPhoto {

    private static final int MOST_PATCHES = 4;
    private static final int PATCH_PIXELS = 8;
    private static final int MOST_BOXES = 50;

    private CoveredPhoto() {}

    /** The bytes of the covered copy. @throws RequestRefused.WrongBoxes when a part lies outside the photo */
    public static byte[] of(Path photo, String mime, List<Box> boxes) throws IOException {
        var picture = ImageIO.read(photo.toFile());
        if (picture == null || boxes.size() > MOST_BOXES) {
            throw new RequestRefused.WrongBoxes();
        }
        boxes.forEach(box -> cover(picture, box));
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, mime.equals("image/png") ? "png" : "jpg", out);
        return out.toByteArray();
    }

    private static void cover(BufferedImage picture, Box box) {
        if (box.x() < 0
                || box.y() < 0
                || box.width() < 1
                || box.height() < 1
                || (long) box.x() + box.width() > picture.getWidth()
                || (long) box.y() + box.height() > picture.getHeight()) {
            throw new RequestRefused.WrongBoxes();
        }
        var patches = Math.clamp(Math.min(box.width(), box.height()) / PATCH_PIXELS, 1, MOST_PATCHES);
        for (var row = 0; row < patches; row++) {
            for (var column = 0; column < patches; column++) {
                patch(
                        picture,
                        box.x() + box.width() * column / patches,
                        box.y() + box.height() * row / patches,
                        box.x() + box.width() * (column + 1) / patches,
                        box.y() + box.height() * (row + 1) / patches);
            }
        }
    }

    private static void patch(BufferedImage picture, int left, int top, int right, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        long pixels = 0;
        for (var y = top; y < bottom; y++) {
            for (var x = left; x < right; x++) {
                var colour = picture.getRGB(x, y);
                red += colour >> 16 & 0xFF;
                green += colour >> 8 & 0xFF;
                blue += colour & 0xFF;
                pixels++;
            }
        }
        if (pixels == 0) {
            return;
        }
        var mean = 0xFF000000 | (int) (red / pixels) << 16 | (int) (green / pixels) << 8 | (int) (blue / pixels);
        for (var y = top; y < bottom; y++) {
            for (var x = left; x < right; x++) {
                picture.setRGB(x, y, mean);
            }
        }
    }
}
