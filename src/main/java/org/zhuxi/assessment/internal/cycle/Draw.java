package org.zhuxi.assessment.internal.cycle;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.Sample;
import org.zhuxi.kernel.Sha256;

/** A draw that everybody can repeat: communities in the order of the SHA-256 of seed and code. */
public final class Draw {

    private Draw() {}

    /** In lower-case hex. */
    public static String sha256(String text) {
        return Sha256.hex(text);
    }

    /** All that can be drawn, the first {@code size} of them drawn. */
    public static List<Sample.Item> order(String seed, List<CommunityAssessment> frame, int size) {
        record Hashed(CommunityAssessment it, String hash) {}
        var hashed = frame.stream()
                .map(it -> new Hashed(it, sha256(seed + ":" + it.place())))
                .sorted(Comparator.comparing(Hashed::hash))
                .toList();
        return IntStream.range(0, hashed.size())
                .mapToObj(i -> new Sample.Item(
                        hashed.get(i).it().id(),
                        hashed.get(i).it().place(),
                        i + 1,
                        hashed.get(i).hash(),
                        i < size))
                .toList();
    }
}
