package org.zhuxi.kernel;

import java.util.Collection;
import java.util.Map;

/** Tells how places are called. The register of places answers; a module that knows only paths asks. */
public interface PlaceNames {

    /** The names of the places at these paths; paths that lead nowhere are missing from the answer. */
    Map<PlacePath, Names> namesOf(Collection<PlacePath> paths);

    /** The paths of the places with these codes, such as {@code 321003010001-Q1-B03}; unknown codes are missing. */
    Map<String, PlacePath> pathsOf(Collection<String> codes);
}
