/** VCC Live, the contact-centre platform: its Database API v2 and its call-disposition webhook. */
@NullMarked
package io.mostik.testing.vcclive;

import org.jspecify.annotations.NullMarked;
