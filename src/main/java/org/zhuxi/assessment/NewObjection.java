package org.zhuxi.assessment;

/** An objection as it was typed; name and contact are needed, for it is answered. */
public record NewObjection(String criterion, String reason, String evidence, String name, String contact) {}
