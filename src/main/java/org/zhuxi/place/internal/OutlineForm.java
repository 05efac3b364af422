package org.zhuxi.place.internal;

/** What was typed into the outline form, kept as it is. */
public record OutlineForm(String geojson, String crs, String source) {}
