package org.zhuxi.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A small JPEG as a phone writes it: with a position on the northern and eastern half of the earth in its EXIF data. */
public final class LocatedPhoto {

    /** Bytes of the TIFF structure: a header, a directory of one entry, one of four, and two positions of three fractions. */
    private static final int TIFF = 128;

    private static final int POSITIONS_AT = 26;
    private static final int LATITUDE_AT = 80;
    private static final int LONGITUDE_AT = 104;

    private LocatedPhoto() {}

    /** At so many degrees north and east. */
    public static byte[] at(double latitude, double longitude) {
        var jpeg = jpeg();
        var exif = exif(latitude, longitude);
        return ByteBuffer.allocate(jpeg.length + exif.length + 4)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] exif(double latitude, double longitude) {
        var tiff = ByteBuffer.allocate(TIFF).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1);
        entry(tiff, 0x8825, 4, 1, POSITIONS_AT);
        tiff.putInt(0).putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N');
        entry(tiff, 2, 5, 3, LATITUDE_AT);
        entry(tiff, 3, 2, 2, 'E');
        entry(tiff, 4, 5, 3, LONGITUDE_AT);
        tiff.putInt(0);
        degrees(tiff, latitude);
        degrees(tiff, longitude);
        return ByteBuffer.allocate(6 + TIFF)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff.array())
                .array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** Degrees, minutes and seconds as three fractions. */
    private static void degrees(ByteBuffer tiff, double degrees) {
        tiff.putInt((int) Math.round(degrees * 1_000_000)).putInt(1_000_000);
        tiff.putInt(0).putInt(1).putInt(0).putInt(1);
    }

    private static byte[] jpeg() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
