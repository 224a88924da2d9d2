package io.mostik.bridge.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/** Reads how the jobs of {@link SchedulerAlarms} went, by whichever node. */
public final class JobTable {

    private JobTable() {}

    /** Returns when each job was last done without a failure. */
    public static Map<String, Instant> lastDone(Connection connection) throws SQLException {
        Map<String, Instant> done = new TreeMap<>();
        Sql.list(
                        connection,
                        "select task_instance, last_success from scheduled_tasks where task_name = '"
                                + SchedulerAlarms.JOB + "' and last_success is not null",
                        row -> Map.entry(
                                row.getString("task_instance"),
                                row.getObject("last_success", OffsetDateTime.class)
                                        .toInstant()))
                .forEach(job -> done.put(job.getKey(), job.getValue()));
        return done;
    }
}
