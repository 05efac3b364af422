package org.zhuxi.demo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.zhuxi.assessment.Answer;
import org.zhuxi.assessment.Check;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.EvidenceKind;
import org.zhuxi.assessment.Finding;
import org.zhuxi.assessment.Threshold;

/** Made-up answers to criteria, with pictures of nothing in particular. */
final class DemoAnswers {

    private static final int PIXELS = 48;
    private static final int HUES = 24;

    private DemoAnswers() {}

    /** The best there is. */
    static Finding best(Criterion criterion) {
        var answers = new HashMap<String, Answer>();
        criterion.check().asked().forEach(part -> {
            switch (part.check()) {
                case Check.YesNo yesNo -> answers.put(part.code(), new Answer.YesNo(true));
                case Check.Checklist list ->
                    answers.put(
                            part.code(),
                            new Answer.Ticked(
                                    list.items().stream().map(Check.Item::code).collect(Collectors.toSet())));
                case Check.Measure measure -> answers.put(part.code(), Answer.Amount.of(good(measure.threshold())));
                case Check.Panel panel ->
                    answers.put(part.code(), new Answer.Marks(List.of(BigDecimal.valueOf(panel.scale()))));
                case Check.Document document -> {
                    // documents are added as evidence
                }
                case Check.All all -> throw new IllegalStateException("Checks of several are not nested");
            }
        });
        return new Finding(answers, 0, true, null, List.of());
    }

    /** What can be said no to is no; the rest stays open. */
    static Finding worst(Criterion criterion) {
        var answers = new HashMap<String, Answer>();
        criterion.check().asked().forEach(part -> {
            if (part.check() instanceof Check.Checklist) {
                answers.put(part.code(), new Answer.Ticked(Set.of()));
            } else if (part.check() instanceof Check.YesNo || part.check() instanceof Check.Document) {
                answers.put(part.code(), new Answer.YesNo(false));
            }
        });
        return new Finding(answers, null, true, null, List.of());
    }

    private static BigDecimal good(Threshold threshold) {
        return switch (threshold.op()) {
            case GE, GT ->
                threshold.unit().equals("%")
                        ? BigDecimal.valueOf(100)
                        : threshold.value().add(BigDecimal.TEN);
            case LE, EQ -> threshold.value();
            case LT -> BigDecimal.ZERO;
        };
    }

    /** Every file a criterion asks for, by its kind. */
    static List<EvidenceKind> proofs(Criterion criterion) {
        var kinds = new ArrayList<EvidenceKind>();
        criterion.evidence().forEach(rule -> {
            for (var i = 0; i < rule.min(); i++) {
                kinds.add(rule.kind());
            }
        });
        criterion.check().asked().forEach(part -> {
            if (part.check() instanceof Check.Document document) {
                var kind = document.kinds().stream().sorted().findFirst().orElseThrow();
                for (var i = 0; i < document.least(); i++) {
                    kinds.add(kind);
                }
            }
        });
        return kinds;
    }

    /** A small picture of one colour, as PNG. */
    static byte[] picture(int number) {
        var picture = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.getHSBColor((float) number / HUES, 0.3f, 0.9f));
        pen.fillRect(0, 0, PIXELS, PIXELS);
        pen.dispose();
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
