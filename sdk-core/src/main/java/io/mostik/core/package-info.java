/**
 * What every user of the SDK meets: secrets, failures and their outcome, pages, long operations, asynchronous and bulk
 * calls, and the store in which the SDK remembers things.
 */
@NullMarked
package io.mostik.core;

import org.jspecify.annotations.NullMarked;
