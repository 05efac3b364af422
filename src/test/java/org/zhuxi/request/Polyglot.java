package org.zhuxi.request;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files made to be taken for a picture by one program and for something to run by another. */
enum Polyglot {
    SVG {
        @Override
        byte[] bytes() {
            return utf8("<svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT + "</svg>");
        }
    },
    HTML {
        @Override
        byte[] bytes() {
            return utf8("<!DOCTYPE html><html><body>" + SCRIPT + "</body></html>");
        }
    },
    /** Begins like a GIF and runs like a script. */
    GIF_AND_SCRIPT {
        @Override
        byte[] bytes() {
            return utf8("GIF89a/*" + SCRIPT + "*/=1;alert(1)");
        }
    },
    /** The first bytes of a PNG, then a drawing with a script. */
    HEADER_AND_SVG {
        @Override
        byte[] bytes() throws IOException {
            return joined(PNG_HEADER, SVG.bytes());
        }
    },
    PDF_AND_SCRIPT {
        @Override
        byte[] bytes() {
            return utf8("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF" + SCRIPT);
        }
    },
    /** A whole PNG with a page behind its end. */
    PNG_AND_HTML {
        @Override
        byte[] bytes() throws IOException {
            return joined(picture("png"), HTML.bytes());
        }
    },
    /** A whole PNG that says something in a chunk of text. */
    PNG_WITH_TEXT {
        @Override
        byte[] bytes() throws IOException {
            var picture = picture("png");
            var end = PNG_HEADER.length + 25;
            var out = new ByteArrayOutputStream();
            out.write(picture, 0, end);
            out.writeBytes(chunk(utf8("tEXtComment\0" + SCRIPT)));
            out.write(picture, end, picture.length - end);
            return out.toByteArray();
        }
    },
    /** A whole JPEG with a comment. */
    JPEG_WITH_COMMENT {
        @Override
        byte[] bytes() throws IOException {
            var picture = picture("jpg");
            var comment = utf8(SCRIPT);
            var out = new ByteArrayOutputStream();
            var data = new DataOutputStream(out);
            data.write(picture, 0, 2);
            data.writeShort(0xFFFE);
            data.writeShort(comment.length + 2);
            data.write(comment);
            data.write(picture, 2, picture.length - 2);
            return out.toByteArray();
        }
    };

    static final String SCRIPT = "<script>alert(1)</script>";

    private static final byte[] PNG_HEADER = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    abstract byte[] bytes() throws IOException;

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(one);
        out.writeBytes(other);
        return out.toByteArray();
    }

    private static byte[] picture(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    /** @param named four letters of its type, then what it holds */
    private static byte[] chunk(byte[] named) throws IOException {
        var out = new ByteArrayOutputStream();
        var data = new DataOutputStream(out);
        var crc = new CRC32();
        crc.update(named);
        data.writeInt(named.length - 4);
        data.write(named);
        data.writeInt((int) crc.getValue());
        return out.toByteArray();
    }
}
