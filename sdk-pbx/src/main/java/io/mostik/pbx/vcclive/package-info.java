/**
 * The client of VCC Live, a contact-centre platform: its Database API, version 2.
 *
 * <p>Not covered by methods, since the vendor names them without describing them in public: outbound numbers of a
 * project, the opt-out (Robinson) list, the voice file of a call record, the dashboard, changing a user, the table of
 * HTTP codes. {@link io.mostik.pbx.vcclive.VccLive#raw} reaches them all the same.
 */
@NullMarked
package io.mostik.pbx.vcclive;

import org.jspecify.annotations.NullMarked;
