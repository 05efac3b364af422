package org.zhuxi.account.internal;

import java.util.Set;

/** What was typed into the form for a new token, kept as it is. */
public record TokenForm(String label, Set<String> scopes, String days) {}
