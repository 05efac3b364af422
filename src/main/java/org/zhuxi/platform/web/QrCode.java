package org.zhuxi.platform.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;

/**
 * A QR code (ISO/IEC 18004) that the template {@code layout/qr} draws as SVG.
 *
 * @param size modules a side, the quiet zone of four included
 * @param path SVG path data in modules: one bar for each run of dark modules in a row
 */
public record QrCode(int size, String path) {

    private static final int QUIET_ZONE = 4;

    /** Cards and plates are shown over and over, and choosing the best mask for one takes longer than the rest of a page. */
    private static final LoadingCache<String, QrCode> DRAWN =
            Caffeine.newBuilder().maximumSize(10_000).build(QrCode::draw);

    /**
     * Level Q: cards get dirty and bags crumple, and up to 25 % of the code may be lost.
     *
     * @throws IllegalArgumentException when the text is too long for a code, about 1,600 bytes
     */
    public static QrCode of(String text) {
        return DRAWN.get(text);
    }

    private static QrCode draw(String text) {
        try {
            var hints = new EnumMap<EncodeHintType, Object>(EncodeHintType.class);
            hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q);
            hints.put(EncodeHintType.MARGIN, QUIET_ZONE);
            if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
                hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
            }
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            return new QrCode(matrix.getWidth(), bars(matrix));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Does not fit into a QR code: " + text.length() + " characters", e);
        }
    }

    private static String bars(BitMatrix matrix) {
        var path = new StringBuilder();
        for (var y = 0; y < matrix.getHeight(); y++) {
            for (var x = 0; x < matrix.getWidth(); x++) {
                var from = x;
                while (x < matrix.getWidth() && matrix.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append("M%d %dh%dv1h-%dz".formatted(from, y, x - from, x - from));
                }
            }
        }
        return path.toString();
    }
}
