/**
 * What joins VCC Live with other systems and must happen once: records and dispositions for what happens elsewhere. Stands
 * on {@code io.mostik.core.once}; start from {@link io.mostik.pbx.vcclive.workflow.VccWorkflows}.
 */
@NullMarked
package io.mostik.pbx.vcclive.workflow;

import org.jspecify.annotations.NullMarked;
