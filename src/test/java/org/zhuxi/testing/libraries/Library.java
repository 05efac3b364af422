package org.zhuxi.testing.libraries;

/**
 * A library in the version in use.
 *
 * @param group its group at Maven, such as {@code gg.jte}
 */
record Library(String group, String artifact, String version) implements Comparable<Library> {

    String name() {
        return group + ":" + artifact;
    }

    /** Where its releases lie below the address of a repository, without a slash at either end. */
    String path() {
        return group.replace('.', '/') + "/" + artifact;
    }

    @Override
    public int compareTo(Library other) {
        return name().compareTo(other.name());
    }
}
