package org.zhuxi.indicator;

/**
 * Values that another module keeps, such as what communities attained or how many facilities are in good condition; one bean a
 * module. Whoever changes such a value calls {@link Rollups#note} in the same transaction.
 */
public interface MeasureFeed {

    /**
     * A view of that module, schema and name, with one row for each thing that adds to a measure:
     *
     * <ul>
     *   <li>{@code community_id integer}, {@code place text}: the community and its code of twelve digits
     *   <li>{@code measure text}: a measure declared with source {@code FED}
     *   <li>{@code period text}: a month or a year; a row of a month does not count for its year unless there is one for it
     *   <li>{@code subject text}: what it is, once for each measure and period
     *   <li>{@code label_zh}, {@code label_en}, {@code link text}: how it is called and the page that opens it, for everybody
     *   <li>{@code value numeric}: zero where there is none; no row where it is not known
     *   <li>{@code verified boolean}: whether it counts or still waits
     *   <li>{@code cell bigint}: how many households or persons are behind it, zero when it singles out nobody
     *   <li>{@code mark text}: what besides the value goes into the hash of a published figure, such as a version
     * </ul>
     *
     * A row depends on its community alone, so that a condition on {@code community_id} can be pushed into the view.
     */
    String view();
}
