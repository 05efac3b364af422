package org.zhuxi.demo;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which chapters of the demo world have been told. */
@Repository
class DemoStore {

    private final JdbcClient jdbc;

    DemoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isFinished(String chapter) {
        return jdbc.sql("select count(*) from demo.chapter where name = :name")
                        .param("name", chapter)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void finish(String chapter) {
        jdbc.sql("insert into demo.chapter (name, finished_at) values (:name, now()) on conflict do nothing")
                .param("name", chapter)
                .update();
    }

    /** The last day of the season: the given one at the first call, the same ever after. */
    LocalDate lastDay(LocalDate atFirst) {
        jdbc.sql("insert into demo.season (last_day) values (:day) on conflict do nothing")
                .param("day", atFirst)
                .update();
        return jdbc.sql("select last_day from demo.season")
                .query(LocalDate.class)
                .single();
    }
}
