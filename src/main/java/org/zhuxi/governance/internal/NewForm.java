package org.zhuxi.governance.internal;

import java.util.Map;
import java.util.UUID;

/**
 * The form for one more at the desk, below the list.
 *
 * @param fields what was typed
 * @param id of what is added, so that sending the form twice adds it once
 * @param mayManage whether the form is shown
 */
public record NewForm(Map<String, String> fields, UUID id, boolean mayManage) {

    /** What was typed into a field; empty when nothing was. */
    public String typed(String name) {
        return typed(name, "");
    }

    public String typed(String name, String usual) {
        return fields.getOrDefault(name, usual);
    }
}
