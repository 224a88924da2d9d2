/**
 * A small CRM desk in the browser: the telephone at VIPeX, company cards at T-Bank, and a second person's word between a
 * wish and the money. Plain HTML and JavaScript, served by the JDK on loopback.
 */
@NullMarked
package io.mostik.examples.desk;

import org.jspecify.annotations.NullMarked;
