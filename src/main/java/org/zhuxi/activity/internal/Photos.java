package org.zhuxi.activity.internal;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.ActivityRefused;
import org.zhuxi.kernel.GeoPoint;

/**
 * Draws a photo anew: upright, of moderate size, and without anything the camera wrote into it. What is no picture does not
 * survive this.
 */
final class Photos {

    static final int MOST_MEGAPIXELS = 40;

    private static final int USEFUL_PIXELS = 2_560; // along the longer side
    private static final float QUALITY = 0.85f;
    private static final int UPRIGHT = 1;
    private static final DateTimeFormatter EXIF_TIME = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");

    private Photos() {}

    static Cleaned redraw(byte[] bytes, String mime) {
        var metadata = metadata(bytes);
        var picture = upright(decode(bytes), orientation(metadata), mime.equals("image/png"));
        return new Cleaned(
                encode(picture, mime),
                mime,
                picture.getWidth(),
                picture.getHeight(),
                capturedAt(metadata),
                takenAt(metadata));
    }

    private static BufferedImage decode(byte[] bytes) {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new ActivityRefused.DamagedFile();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return decode(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ActivityRefused.DamagedFile();
        }
    }

    private static BufferedImage decode(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_MEGAPIXELS * 1_000_000L) {
            throw new ActivityRefused.FileTooLarge(EvidenceIntake.MOST_MEGABYTES, MOST_MEGAPIXELS);
        }
        var every = (int) Math.max(1, Math.max(width, height) / USEFUL_PIXELS);
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, parameters);
    }

    /** Undoes the turn or mirroring that the EXIF orientation 1 to 8 tells of. */
    private static BufferedImage upright(BufferedImage picture, int orientation, boolean alpha) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        var swapped = orientation >= 5;
        var turned = new BufferedImage(
                swapped ? height : width,
                swapped ? width : height,
                alpha && picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var graphics = turned.createGraphics();
        graphics.drawRenderedImage(picture, turn(orientation, width, height));
        graphics.dispose();
        return turned;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] encode(BufferedImage picture, String mime) {
        var writer = ImageIO.getImageWritersByMIMEType(mime).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            if (mime.equals("image/jpeg")) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(QUALITY);
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException e) {
            throw new ActivityRefused.DamagedFile();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static Metadata metadata(byte[] bytes) {
        try {
            return ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length);
        } catch (ImageProcessingException | IOException e) {
            throw new ActivityRefused.DamagedFile();
        }
    }

    private static int orientation(Metadata metadata) {
        var exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        try {
            return exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                    : UPRIGHT;
        } catch (MetadataException e) {
            return UPRIGHT;
        }
    }

    /** Null as well where the position is no point on the earth, or the zero that cameras write for not knowing. */
    private static @Nullable GeoPoint takenAt(Metadata metadata) {
        var gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        var at = gps == null ? null : gps.getGeoLocation();
        return at == null || at.isZero() || !(Math.abs(at.getLatitude()) <= 90 && Math.abs(at.getLongitude()) <= 180)
                ? null
                : new GeoPoint(at.getLatitude(), at.getLongitude());
    }

    private static @Nullable LocalDateTime capturedAt(Metadata metadata) {
        var exif = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        var text = exif == null ? null : exif.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
        try {
            return text == null ? null : LocalDateTime.parse(text, EXIF_TIME);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
