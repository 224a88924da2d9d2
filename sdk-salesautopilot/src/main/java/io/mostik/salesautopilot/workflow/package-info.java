/**
 * What remembers, repeats or joins several calls of SalesAutopilot: a website's sign-ups, a webshop's orders, an invoicing
 * program's payments, a feed of new records. Begin with {@link io.mostik.salesautopilot.workflow.MarketingWorkflows}.
 */
@ModelStyle
@NullMarked
package io.mostik.salesautopilot.workflow;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
