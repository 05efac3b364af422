package org.zhuxi.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.assessment.internal.StandardBook;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;

/** Standards that were published, for everybody. A version never changes. */
@Service
@Transactional(readOnly = true)
public class Standards {

    private final StandardBook book;

    Standards(StandardBook book) {
        this.book = book;
    }

    /**
     * The latest published version of each standard whose code or name contains the words, by code; all when there are none.
     *
     * @param after the code after which to go on, or null
     */
    public Slice<StandardEntry> list(String words, int limit, @Nullable String after) {
        return book.list(words, limit, after);
    }

    /** All published and retired versions of a standard, the latest first. @throws Refused.NotFound when there is none */
    public List<StandardEntry> versions(String code) {
        var found = book.versions(code);
        if (found.isEmpty()) {
            throw new Refused.NotFound(code);
        }
        return found;
    }

    /** The version in force, or, when none is yet, the latest. @throws Refused.NotFound when there is none */
    public StandardVersion get(String code) {
        return book.latest(code).orElseThrow(() -> new Refused.NotFound(code));
    }

    /** A published or retired version. @throws Refused.NotFound when there is none */
    public StandardVersion get(String code, int version) {
        return book.find(code, version).orElseThrow(() -> new Refused.NotFound(code + " " + version));
    }

    /** Its text as it was published. @throws Refused.NotFound when there is none */
    public String text(String code, int version) {
        return book.findText(code, version).orElseThrow(() -> new Refused.NotFound(code + " " + version));
    }

    /** What changed since the published version before; empty when there was none. */
    public List<StandardDifference> differences(StandardVersion later) {
        return book.versions(later.code()).stream()
                .map(StandardEntry::version)
                .filter(version -> version < later.version())
                .findFirst()
                .map(version -> StandardDifference.between(get(later.code(), version), later))
                .orElseGet(List::of);
    }
}
