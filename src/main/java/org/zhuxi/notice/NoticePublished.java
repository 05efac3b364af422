package org.zhuxi.notice;

/** Published once for each notice, in the transaction that notes that it is shown from now on. */
public record NoticePublished(Notice notice) {}
