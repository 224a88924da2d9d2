package io.mostik.bridge.onec.bsl;

import java.util.List;

/** An object of the platform. */
public interface BslObject {

    /** Returns a property. Names come in small letters. */
    default Object get(String name) {
        throw new BslException("Поле объекта не обнаружено (" + name + ")");
    }

    /** Calls a method. Names come in small letters. */
    default Object call(String name, List<Object> arguments) {
        throw new BslException("Метод объекта не обнаружен (" + name + ")");
    }
}
