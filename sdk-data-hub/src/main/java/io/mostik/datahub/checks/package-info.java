/** What is wrong with settings of the Smart Data Hub connector: findings with paths, all of them at once. */
@NullMarked
package io.mostik.datahub.checks;

import org.jspecify.annotations.NullMarked;
