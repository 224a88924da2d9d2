/** RemOnline (RO App, Orderry): v2, the unversioned API and the token API over one account, as its documents describe them. */
@NullMarked
package io.mostik.testing.remonline;

import org.jspecify.annotations.NullMarked;
