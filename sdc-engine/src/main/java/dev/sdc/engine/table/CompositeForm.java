package dev.sdc.engine.table;

/** How several numbers in one cell are meant, where a header or label says so. */
enum CompositeForm {
    /** Nobody says: the numbers themselves must tell. */
    ANY,
    COUNT_PERCENT,
    MEAN_SD,
    MEDIAN_QUARTILES,
    MEDIAN_RANGE,
    ESTIMATE_INTERVAL,
    ESTIMATE_SE,
    RANGE
}
