/**
 * What remembers something beyond a call: feeds of changes. Begin with
 * {@link io.mostik.remonline.workflow.RemOnlineFeeds}.
 */
@NullMarked
package io.mostik.remonline.workflow;

import org.jspecify.annotations.NullMarked;
