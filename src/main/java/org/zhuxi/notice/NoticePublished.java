package org.zhuxi.notice;

/** Published in the transaction in which a notice becomes visible. */
public record NoticePublished(Notice notice) {}
