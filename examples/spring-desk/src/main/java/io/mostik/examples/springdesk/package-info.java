/**
 * A repair shop's desk on Spring Boot: orders of RemOnline, its webhook, and money for couriers that is granted if, and only
 * if, the delivery is stored.
 */
package io.mostik.examples.springdesk;
