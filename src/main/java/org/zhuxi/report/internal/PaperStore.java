package org.zhuxi.report.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.report.CoSignature;
import org.zhuxi.report.ReportState;
import org.zhuxi.report.ReportStep;
import org.zhuxi.report.ReportText;
import org.zhuxi.report.TakenStep;

/** Texts of reports, the steps taken with them, and who signed. */
@Repository
public class PaperStore {

    private final JdbcClient jdbc;
    private final WriterNames names;

    PaperStore(JdbcClient jdbc, WriterNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** The latest version of each text, by code. */
    public Map<String, ReportText> texts(UUID report) {
        var texts = new HashMap<String, ReportText>();
        jdbc.sql("""
                        select distinct on (code) *
                        from report.text
                        where report_id = :report
                        order by code, version desc
                        """)
                .param("report", report)
                .query((row, number) -> text(row))
                .list()
                .forEach(text -> texts.put(text.code(), text));
        return texts;
    }

    /** All versions of a text, the latest first. */
    public List<ReportText> history(UUID report, String code) {
        return jdbc.sql("select * from report.text where report_id = :report and code = :code order by version desc")
                .param("report", report)
                .param("code", code)
                .query((row, number) -> text(row))
                .list();
    }

    /** Keeps a version of a text. */
    public void write(UUID report, String code, int version, Names words, Actor by, Instant at) {
        jdbc.sql("""
                        insert into report.text (report_id, code, version, zh, en, written_by, written_at)
                        values (:report, :code, :version, :zh, :en, :by, :at)
                        """)
                .param("report", report)
                .param("code", code)
                .param("version", version)
                .param("zh", words.zh())
                .param("en", words.en())
                .param("by", by.account())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Writes the next version over the last one when the same person wrote that a moment ago; otherwise nothing happens. */
    public boolean writeOver(UUID report, String code, int version, Names words, Actor by, Instant at, Instant since) {
        return jdbc.sql("""
                        update report.text
                        set zh = :zh, en = :en, written_at = :at, version = version + 1
                        where report_id = :report and code = :code and version = :version and written_by = :by
                        and written_at > :since
                        """)
                        .param("report", report)
                        .param("code", code)
                        .param("version", version)
                        .param("zh", words.zh())
                        .param("en", words.en())
                        .param("by", by.account())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private ReportText text(ResultSet row) throws SQLException {
        return new ReportText(
                row.getObject("report_id", UUID.class),
                row.getString("code"),
                row.getInt("version"),
                new Names(row.getString("zh"), row.getString("en")),
                names.of(row.getObject("written_by", UUID.class)),
                ReportStore.instant(row, "written_at"));
    }

    public void note(UUID report, ReportStep step, String note, Actor by, Instant at) {
        jdbc.sql("""
                        insert into report.step (report_id, id, step, state, note, taken_by, taken_at)
                        values (:report, :id, :step, :state, :note, :by, :at)
                        """)
                .param("report", report)
                .param("id", Ids.next())
                .param("step", step.name())
                .param("state", step.to().name())
                .param("note", note)
                .param("by", by.account())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What became of a report, the latest first. */
    public List<TakenStep> steps(UUID report) {
        return jdbc.sql("select * from report.step where report_id = :report order by id desc")
                .param("report", report)
                .query((row, number) -> new TakenStep(
                        ReportStep.valueOf(row.getString("step")),
                        ReportState.valueOf(row.getString("state")),
                        row.getString("note"),
                        names.of(row.getObject("taken_by", UUID.class)),
                        Optional.ofNullable(ReportStore.instant(row, "taken_at"))
                                .orElseThrow()))
                .list();
    }

    /** Asks departments to sign. */
    public void ask(UUID report, int round, List<Template.Department> departments) {
        jdbc.sql("""
                        insert into report.signature (report_id, round, department, position, name_zh, name_en, state)
                        select :report, :round, department, position, zh, en, 'WAITING'
                        from unnest(:codes, :zh, :en) with ordinality as asked (department, zh, en, position)
                        on conflict do nothing
                        """)
                .param("report", report)
                .param("round", round)
                .param(
                        "codes",
                        departments.stream().map(Template.Department::code).toArray(String[]::new))
                .param("zh", departments.stream().map(one -> one.names().zh()).toArray(String[]::new))
                .param("en", departments.stream().map(one -> one.names().en()).toArray(String[]::new))
                .update();
    }

    /** Keeps what a department said; false when it has said something already, or was not asked. */
    public boolean sign(
            UUID report, int round, String department, CoSignature.State said, String note, Actor by, Instant at) {
        return jdbc.sql("""
                        update report.signature
                        set state = :state, note = :note, signed_by = :by, signed_at = :at
                        where report_id = :report and round = :round and department = :department and state = 'WAITING'
                        """)
                        .param("report", report)
                        .param("round", round)
                        .param("department", department)
                        .param("state", said.name())
                        .param("note", note)
                        .param("by", by.account())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What departments said in a round, in their order. */
    public List<CoSignature> signatures(UUID report, int round) {
        return jdbc.sql("select * from report.signature where report_id = :report and round = :round order by position")
                .param("report", report)
                .param("round", round)
                .query((row, number) -> new CoSignature(
                        row.getString("department"),
                        new Names(row.getString("name_zh"), row.getString("name_en")),
                        CoSignature.State.valueOf(row.getString("state")),
                        row.getString("note"),
                        ReportStore.instant(row, "signed_at")))
                .list();
    }
}
