package org.zhuxi.kernel;

/** A role that holds in a place and everything below it. */
public record Grant(Role role, PlacePath place) {}
