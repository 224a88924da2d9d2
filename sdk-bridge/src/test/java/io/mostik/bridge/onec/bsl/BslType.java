package io.mostik.bridge.onec.bsl;

/**
 * A type, as {@code Тип} and {@code ТипЗнч} give it.
 *
 * @param name in small letters
 */
record BslType(String name) {}
