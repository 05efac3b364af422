package org.zhuxi.points.internal;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.zhuxi.kernel.Sha256;
import org.zhuxi.points.ShopRefused;

/**
 * A photo of goods, drawn anew and small: nothing of the camera's own data is kept, and a phone loads it quickly.
 *
 * @param jpeg at most 480 pixels a side
 */
public record GoodsPhoto(String sha256, byte[] jpeg) {

    private static final int MOST_BYTES = 10_000_000;
    private static final int MOST_PIXELS = 40_000_000;
    private static final int SIDE = 480;

    /** @throws ShopRefused.Unreadable unless the bytes are a JPEG or PNG of a sensible size */
    public static GoodsPhoto drawnAnew(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new ShopRefused.Unreadable("photo", "shop-photo");
        }
        try {
            var small = shrink(read(bytes));
            var out = new ByteArrayOutputStream();
            ImageIO.write(small, "jpeg", out);
            return new GoodsPhoto(sha256(out.toByteArray()), out.toByteArray());
        } catch (IOException | IllegalArgumentException e) {
            throw new ShopRefused.Unreadable("photo", "shop-photo");
        }
    }

    /** The size is looked at before the pixels are unpacked. */
    private static BufferedImage read(byte[] bytes) throws IOException {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("not a picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(stream);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new IOException("too many pixels");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage shrink(BufferedImage full) {
        var scale = Math.min(1.0, (double) SIDE / Math.max(full.getWidth(), full.getHeight()));
        var width = Math.max(1, (int) Math.round(full.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(full.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(full, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return small;
    }

    private static String sha256(byte[] bytes) {
        return Sha256.hex(bytes);
    }
}
