package org.zhuxi.points;

/** What people write to explain what they do. */
final class Words {

    private Words() {}

    /** @throws PointsRefused.WordsMissing unless there are 1 to so many characters that can be kept */
    static void require(String field, String words, int longest) {
        if (words.isBlank() || words.length() > longest || words.indexOf('\0') >= 0) {
            throw new PointsRefused.WordsMissing(field, longest);
        }
    }
}
