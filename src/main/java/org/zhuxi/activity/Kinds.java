package org.zhuxi.activity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.zhuxi.activity.internal.KindFiles;
import org.zhuxi.kernel.Refused;

/** The kinds of record this program knows, read from its data files when it starts. */
@Service
public class Kinds {

    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    Kinds(KindFiles files) {
        files.read().forEach(kind -> kinds.put(kind.code(), kind));
    }

    /** @throws Refused.NotFound when there is no such kind */
    public Kind get(String code) {
        return find(code).orElseThrow(() -> new Refused.NotFound(code));
    }

    public Optional<Kind> find(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    /** All kinds in the order of their files. */
    public List<Kind> list() {
        return List.copyOf(kinds.values());
    }
}
