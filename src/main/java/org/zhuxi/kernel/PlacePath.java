package org.zhuxi.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a place stands in the tree, from the nation down, for example
 * {@code /32/3210/321003/321003010/321003010001/Q1/B3}. The nation itself is {@code /}. Every right, figure and report is
 * scoped by such a path.
 */
public record PlacePath(String value) {

    private static final Pattern FORM = Pattern.compile("/|(/[A-Za-z0-9-]+)+");

    /** The whole country. */
    public static final PlacePath NATION = new PlacePath("/");

    public PlacePath {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a place path: " + value);
        }
    }

    /** The path of the place with this code directly below. */
    public PlacePath child(String segment) {
        return new PlacePath(isNation() ? "/" + segment : value + "/" + segment);
    }

    /** This place and all that contain it, the nation last. */
    public List<PlacePath> andAbove() {
        var paths = new ArrayList<PlacePath>();
        for (var path = value; path.length() > 1; path = path.substring(0, path.lastIndexOf('/'))) {
            paths.add(new PlacePath(path));
        }
        paths.add(NATION);
        return List.copyOf(paths);
    }

    /** Whether the other place is this one or lies below it. */
    public boolean contains(PlacePath other) {
        return isNation() || other.value.equals(value) || other.value.startsWith(value + "/");
    }

    /** A pattern for SQL {@code like} that matches every path strictly below this one. */
    public String below() {
        return isNation() ? "/%" : value + "/%";
    }

    private boolean isNation() {
        return value.equals("/");
    }

    @Override
    public String toString() {
        return value;
    }
}
