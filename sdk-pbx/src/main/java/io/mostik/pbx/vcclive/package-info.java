/** The client of VCC Live, a contact-centre platform: its Database API, version 2. */
@NullMarked
package io.mostik.pbx.vcclive;

import org.jspecify.annotations.NullMarked;
