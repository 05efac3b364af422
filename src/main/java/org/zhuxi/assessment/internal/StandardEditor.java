package org.zhuxi.assessment.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.StandardDraft;
import org.zhuxi.assessment.StandardDrafts;
import org.zhuxi.assessment.StandardFault;
import org.zhuxi.assessment.StandardRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Refused;

/**
 * Drafts written by forms: one criterion or the frame at a time. A form writes the text of the draft anew and goes through the same
 * checks; with a fault of its own it is shown again and nothing is kept.
 */
@Component
public class StandardEditor {

    /** Keys of a criterion that its form has. */
    static final Set<String> CRITERION = Set.of(
            "code",
            "from",
            "area",
            "names",
            "text",
            "role",
            "levels",
            "proposed",
            "maxPoints",
            "floor",
            "cap",
            "check",
            "points",
            "applicability",
            "onNotApplicable",
            "lookBackMonths",
            "verifiedBy",
            "evidence",
            "recheckEveryMonths",
            "covers",
            "indicator",
            "supply");

    /** Keys of the frame that its form has; code, version and jurisdiction are settled when a draft is begun. */
    static final Set<String> FRAME = Set.of(
            "names", "parent", "parentVersion", "effectiveFrom", "official", "source", "passRule", "total", "areas");

    private final StandardDrafts drafts;

    StandardEditor(StandardDrafts drafts) {
        this.drafts = drafts;
    }

    /** @throws StandardRefused.NoForm when its text is no YAML that can be written anew */
    static StandardTree tree(StandardDraft draft) {
        return StandardTree.read(draft.text()).orElseThrow(StandardRefused.NoForm::new);
    }

    /**
     * A criterion in the list of a draft.
     *
     * @param from criterion of the parent it stands from; may be empty
     * @param names as far as they can be read
     * @param role as it is written, which may be none
     */
    public record Line(int number, String code, String from, Names names, String role, int faults) {}

    /** Whether such a role can be named; a faulty text may hold anything. */
    public static boolean isRole(String written) {
        return Arrays.stream(Criterion.Role.values())
                .anyMatch(role -> role.name().equals(written));
    }

    /** The criteria of a draft in order; empty when its text is no YAML that can be written anew. */
    List<Line> lines(StandardDraft draft) {
        var criteria =
                StandardTree.read(draft.text()).map(StandardTree::criteria).orElseGet(List::of);
        var standard = draft.standard();
        return IntStream.range(0, criteria.size())
                .mapToObj(index -> {
                    var part = new EditedPart(criteria.get(index), within(draft, index));
                    var names = standard == null
                            ? new Names(part.value("names.zh"), part.value("names.en"))
                            : standard.criteria().get(index).names();
                    return new Line(
                            index + 1,
                            part.value("code"),
                            part.value("from"),
                            names,
                            part.value("role"),
                            part.faults().size());
                })
                .toList();
    }

    /** A criterion of a draft with what is wrong with it. @param number from 1 */
    EditedPart criterion(StandardDraft draft, int number) {
        var criteria = tree(draft).criteria();
        if (number < 1 || number > criteria.size()) {
            throw new Refused.NotFound(draft.code() + " " + number);
        }
        return new EditedPart(criteria.get(number - 1), within(draft, number - 1));
    }

    private static List<StandardFault> within(StandardDraft draft, int index) {
        var at = "criteria[" + index + "]";
        return draft.faults().stream()
                .filter(fault -> fault.path().equals(at) || fault.path().startsWith(at + "."))
                .map(fault -> new StandardFault(
                        fault.line(),
                        fault.path().equals(at) ? "" : fault.path().substring(at.length() + 1),
                        fault.slug(),
                        fault.arguments()))
                .toList();
    }

    /** The frame of a draft with what is wrong with it. */
    EditedPart frame(StandardDraft draft) {
        return new EditedPart(tree(draft).frame(), ofFrame(draft));
    }

    private static List<StandardFault> ofFrame(StandardDraft draft) {
        return draft.faults().stream()
                .filter(fault -> FRAME.contains(key(fault.path()))
                        || fault.path().isEmpty()
                                && fault.arguments().stream().anyMatch(one -> FRAME.contains(String.valueOf(one))))
                .toList();
    }

    private static String key(String path) {
        return path.split("[.\\[]", 2)[0];
    }

    /** What came of a form. @param isKept whether it is in the draft; else it has faults of its own */
    record Result(StandardDraft draft, EditedPart part, boolean isKept) {}

    /** Writes a criterion anew, or one more at this place. @param number from 1; one above the last makes a new one */
    Result put(Actor actor, StandardDraft draft, int number, boolean isNew, Map<String, List<String>> typed) {
        var fields = only(typed, CRITERION);
        var tree = tree(draft);
        if (!isNew) {
            criterion(draft, number);
        }
        var text = isNew ? tree.withNew(number - 1, fields) : tree.with(number - 1, fields, CRITERION);
        return keep(actor, draft, text, fields, checked -> within(checked, number - 1));
    }

    /** Writes the frame anew. */
    Result put(Actor actor, StandardDraft draft, Map<String, List<String>> typed) {
        var fields = only(typed, FRAME);
        return keep(actor, draft, tree(draft).withFrame(fields, FRAME), fields, StandardEditor::ofFrame);
    }

    private static Map<String, List<String>> only(Map<String, List<String>> typed, Set<String> keys) {
        return typed.entrySet().stream()
                .filter(field -> keys.contains(key(field.getKey())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new));
    }

    private interface Own {
        List<StandardFault> of(StandardDraft checked);
    }

    private Result keep(Actor actor, StandardDraft draft, String text, Map<String, List<String>> fields, Own own) {
        var checked = drafts.check(actor, draft.code(), draft.version(), text);
        var faults = own.of(checked);
        var part = new EditedPart(fields, faults);
        if (!faults.isEmpty()) {
            return new Result(draft, part, false);
        }
        return new Result(drafts.edit(actor, draft.code(), draft.version(), draft.revision(), text), part, true);
    }

    /** Takes a criterion out. @param number from 1 */
    void remove(Actor actor, StandardDraft draft, int number) {
        criterion(draft, number);
        drafts.edit(
                actor,
                draft.code(),
                draft.version(),
                draft.revision(),
                tree(draft).without(number - 1));
    }

    /** Publishes a draft that holds from a day on, which is written into its text first. */
    void publish(Actor actor, StandardDraft draft, LocalDate from) {
        var day = Map.of("effectiveFrom", List.of(from.toString()));
        var text = tree(draft).withFrame(day, day.keySet());
        drafts.edit(actor, draft.code(), draft.version(), draft.revision(), text);
        drafts.publish(actor, draft.code(), draft.version());
    }
}
