package org.zhuxi.request;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Ids;
import org.zhuxi.request.internal.TrackingCode;
import org.zhuxi.testing.World;

/** Reports for tests. */
public final class Reports {

    private Reports() {}

    /** A street light that is out, at the only building, anonymous. */
    public static NewRequest light(World.Made made) {
        return of(made, "STREETLIGHT", "3 号门前路灯不亮", "", true);
    }

    public static NewRequest of(World.Made made, String service, String words, String phone, boolean isNew) {
        return new NewRequest(
                Ids.next(),
                TrackingCode.draw(),
                made.communityCode() + "-Q1-B01",
                service,
                words,
                "",
                null,
                phone,
                Map.of(),
                RequestSource.PAGE,
                isNew);
    }

    public static NewRequest at(NewRequest it, GeoPoint point) {
        return new NewRequest(
                Ids.next(),
                it.secret(),
                it.place(),
                it.service(),
                it.words(),
                it.where(),
                point,
                it.phone(),
                it.answers(),
                it.source(),
                it.isNew());
    }

    public static NewRequest answering(NewRequest it, String attribute, String... values) {
        return new NewRequest(
                it.id(),
                it.secret(),
                it.place(),
                it.service(),
                it.words(),
                it.where(),
                it.location(),
                it.phone(),
                Map.of(attribute, List.of(values)),
                it.source(),
                it.isNew());
    }

    /** The same as everybody can read it, without what its sender alone knows. */
    public static NewRequest copied(NewRequest it) {
        return new NewRequest(
                it.id(),
                null,
                it.place(),
                it.service(),
                it.words(),
                it.where(),
                it.location(),
                it.phone(),
                it.answers(),
                it.source(),
                it.isNew());
    }

    /** A chequered PNG, sixty-four pixels a side. */
    public static InputStream photo() {
        try {
            var image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
            for (var x = 0; x < 64; x++) {
                for (var y = 0; y < 64; y++) {
                    image.setRGB(x, y, (x + y) % 2 == 0 ? Color.WHITE.getRGB() : Color.RED.getRGB());
                }
            }
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return new ByteArrayInputStream(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
