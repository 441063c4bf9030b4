package dev.sdc.engine.table;

/** How several numbers in one cell are meant, where a header or label says so. */
enum CompositeForm {
    /** Nobody says: the numbers themselves must tell. */
    ANY,
    COUNT_PERCENT,
    /** {@code 412 (188)} under {@code Patients (of whom died)}. */
    COUNT_PART,
    MEAN_SD,
    MEDIAN_QUARTILES,
    MEDIAN_RANGE,
    /** {@code 67 (58 to 75) [23 to 97]}. */
    MEDIAN_QUARTILES_RANGE,
    /** {@code 67 [23 to 97] (58 to 75)}. */
    MEDIAN_RANGE_QUARTILES,
    /** {@code 66.1 (9.4) [23 to 97]}. */
    MEAN_SD_RANGE,
    ESTIMATE_INTERVAL,
    ESTIMATE_SE,
    RANGE
}
