/**
 * What the hub needs of a CRM: a connector that opens an account with a key, the account's funnel and dictionaries, and
 * its orders. Begin with {@link io.mostik.datahub.connector.HubConnector}.
 */
@ModelStyle
@NullMarked
package io.mostik.datahub.connector;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
