package io.mostik.pbx.workflow;

import java.time.Instant;

/**
 * A call whose end has not been told yet.
 *
 * @param id the id under which its pushes are stored
 * @param heardAt when something was heard of it last
 * @param isSignalled whether its silence has been signalled
 */
record OpenCall(String id, Instant heardAt, boolean isSignalled) {}
