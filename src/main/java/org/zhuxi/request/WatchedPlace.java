package org.zhuxi.request;

/**
 * What a community owes.
 *
 * @param place its code of twelve digits
 * @param owed requests to which an answer is owed
 * @param late of these, past their day
 * @param watched of these, watched from above
 */
public record WatchedPlace(String place, long owed, long late, long watched) {}
