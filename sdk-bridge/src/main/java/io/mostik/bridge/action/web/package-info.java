/**
 * Actions that post to servers of the company, such as an HTTP service of 1C.
 */
@NullMarked
package io.mostik.bridge.action.web;

import org.jspecify.annotations.NullMarked;
