/**
 * Bitrix24 as a connector of the hub: the deals of one portal, by an incoming webhook; nothing else of the hub knows this
 * vendor. Begin with {@link io.mostik.datahub.bitrix24.Bitrix24Connector}.
 */
@ModelStyle
@NullMarked
package io.mostik.datahub.bitrix24;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
