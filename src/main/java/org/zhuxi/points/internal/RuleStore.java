package org.zhuxi.points.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Names;
import org.zhuxi.points.RewardRule;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the versions of the reward rules; none is ever changed. */
@Component
class RuleStore {

    private final JdbcClient database;
    private final JsonMapper json;

    RuleStore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    List<RewardRule> list() {
        return database.sql("""
                        select number, version, code, activity_kind, trigger, quantity, points_per_unit, points_fixed,
                               points_least, grade_factors, daily_cap, validity_months, valid_from, valid_to, name_zh, name_en
                        from points.reward_rule
                        order by number, version
                        """).query(this::rule).list();
    }

    /** Adds a version unless it is there already; answers whether it was added. */
    boolean insert(RewardRule rule, @Nullable UUID madeBy) {
        return database.sql("""
                                insert into points.reward_rule (
                                    number, version, code, activity_kind, trigger, quantity, points_per_unit, points_fixed,
                                    points_least, grade_factors, rounding, daily_cap, validity_months, valid_from, valid_to,
                                    name_zh, name_en, made_by)
                                values (
                                    :number, :version, :code, :kind, :trigger, :quantity, :perUnit, :fixed,
                                    :least, cast(:grades as jsonb), 'FLOOR', :cap, :months, :from, :to, :zh, :en, :madeBy)
                                on conflict do nothing
                                """)
                        .param("number", rule.number())
                        .param("version", rule.version())
                        .param("code", rule.code())
                        .param("kind", rule.activityKind())
                        .param("trigger", rule.trigger().name())
                        .param("quantity", rule.quantity())
                        .param("perUnit", rule.perUnit())
                        .param("fixed", rule.fixed())
                        .param("least", rule.least())
                        .param("grades", json.writeValueAsString(rule.gradeFactors()))
                        .param("cap", rule.dailyCap())
                        .param("months", rule.validityMonths())
                        .param("from", rule.validFrom())
                        .param("to", rule.validTo())
                        .param("zh", rule.name().zh())
                        .param("en", rule.name().en())
                        .param("madeBy", madeBy)
                        .update()
                == 1;
    }

    private RewardRule rule(ResultSet row, int number) throws SQLException {
        return new RewardRule(
                row.getInt("number"),
                row.getInt("version"),
                row.getString("code"),
                row.getString("activity_kind"),
                RewardRule.Trigger.valueOf(row.getString("trigger")),
                row.getString("quantity"),
                row.getBigDecimal("points_per_unit"),
                row.getLong("points_fixed"),
                row.getLong("points_least"),
                grades(row.getString("grade_factors")),
                row.getObject("daily_cap", Long.class),
                row.getInt("validity_months"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                new Names(row.getString("name_zh"), row.getString("name_en")));
    }

    private Map<String, BigDecimal> grades(String text) {
        var grades = new HashMap<String, BigDecimal>();
        json.readTree(text)
                .properties()
                .forEach(grade -> grades.put(grade.getKey(), grade.getValue().decimalValue()));
        return grades;
    }
}
