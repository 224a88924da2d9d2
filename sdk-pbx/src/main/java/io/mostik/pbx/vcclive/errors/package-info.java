/** What VCC Live says about a call, or about one element of a batch, that it refused. */
@NullMarked
package io.mostik.pbx.vcclive.errors;

import org.jspecify.annotations.NullMarked;
