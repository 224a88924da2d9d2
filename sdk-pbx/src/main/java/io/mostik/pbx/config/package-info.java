/** One PBX in one file: {@code pbx.json} describes how it is called and what it pushes. Start from {@code PbxConfig}. */
@NullMarked
package io.mostik.pbx.config;

import org.jspecify.annotations.NullMarked;
