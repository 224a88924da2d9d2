@ModelStyle
package io.mostik.core.json;
