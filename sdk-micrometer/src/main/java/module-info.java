/** Metrics and traces of the SDK through Micrometer. */
@SuppressWarnings("module")
module io.mostik.micrometer {
    requires transitive io.mostik.core;
    requires transitive micrometer.core;
    requires transitive micrometer.observation;
    requires micrometer.commons;

    exports io.mostik.micrometer;
}
