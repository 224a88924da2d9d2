/** The client of the desktop application on an agent's own machine: click-to-call and hang up. */
@NullMarked
package io.mostik.pbx.vcclive.desktop;

import org.jspecify.annotations.NullMarked;
