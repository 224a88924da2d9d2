/** Bitrix24: categories, stages and deals behind an incoming webhook. */
@NullMarked
package io.mostik.testing.bitrix24;

import org.jspecify.annotations.NullMarked;
