package org.zhuxi.platform.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code (ISO/IEC 18004) that the template {@code layout/qr} draws as SVG.
 *
 * @param size modules a side, the quiet zone of four included
 * @param path SVG path data in modules: one square for each dark module
 */
public record QrCode(int size, String path) {

    private static final int QUIET_ZONE = 4;

    /**
     * Level Q: cards get dirty and bags crumple, and up to 25 % of the code may be lost.
     *
     * @throws IllegalArgumentException when the text is too long for a code, about 1,600 bytes
     */
    public static QrCode of(String text) {
        try {
            var hints =
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, QUIET_ZONE);
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            var path = new StringBuilder();
            for (var y = 0; y < matrix.getHeight(); y++) {
                for (var x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new QrCode(matrix.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("Does not fit into a QR code: " + text.length() + " characters", e);
        }
    }
}
