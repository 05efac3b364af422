package org.zhuxi.compost.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.activity.EvidenceUse;

/** Photos of the log and reports of laboratories stay as long as what names them. */
@Repository
class UsedPhotos implements EvidenceUse {

    private final JdbcClient jdbc;

    UsedPhotos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> needed(Collection<String> sha256) {
        return new HashSet<>(jdbc.sql("""
                        select file
                        from unnest(:files::text[]) as asked (file)
                        where exists (select from compost.entry where evidence @> array[file])
                        or exists (select from compost.quality_test where evidence @> array[file])
                        """)
                .param("files", sha256.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
