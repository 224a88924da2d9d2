/** Records of lists, read and written: what the vendor defines is typed, what an account defines is never lost. */
@NullMarked
package io.mostik.salesautopilot.records;

import org.jspecify.annotations.NullMarked;
