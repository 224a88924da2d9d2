package io.mostik.datahub;

import io.mostik.datahub.checks.Findings;
import io.mostik.datahub.report.HubColumn;
import io.mostik.datahub.statuses.StatusMapping;
import java.util.List;

/**
 * Settings made ready for a run or a refresh.
 *
 * @param maker makes the records
 * @param mapping in force
 * @param columns of the records
 * @param warnings what is not as it was when the settings were made
 */
record Prepared(RecordMaker maker, StatusMapping mapping, List<HubColumn> columns, Findings warnings) {}
