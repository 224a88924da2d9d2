/** Records in the table of a database: {@link io.mostik.datahub.sink.JdbcTable}. */
@NullMarked
package io.mostik.datahub.sink;

import org.jspecify.annotations.NullMarked;
