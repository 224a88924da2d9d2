/** Users, and what those online are doing. */
@ModelStyle
@NullMarked
package io.mostik.pbx.vcclive.users;

import io.mostik.core.json.ModelStyle;
import org.jspecify.annotations.NullMarked;
