/** The client of the Campaign Manager API of the vendor's newer platform: fields and customers of a database. */
@ModelStyle
@NullMarked
package io.mostik.pbx.vcclive.campaigns;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
