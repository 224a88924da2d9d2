package io.mostik.datahub;

import io.mostik.datahub.checks.Findings;
import io.mostik.datahub.statuses.StatusMapping;

/**
 * Settings made ready for a run or a refresh.
 *
 * @param maker makes the records
 * @param mapping in force
 * @param warnings what is not as it was when the settings were made
 */
record Prepared(RecordMaker maker, StatusMapping mapping, Findings warnings) {}
