package io.mostik.bridge.onec.bsl;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the platform gives to a module: types, functions and constants of the configuration. */
public final class BslPlatform {

    private static final Map<String, List<String>> ENUMERATIONS = Map.of(
            "кодировкатекста", List.of("utf8"),
            "использованиеbyteordermark", List.of("неиспользовать"),
            "уровеньжурналарегистрации", List.of("предупреждение", "ошибка", "информация"));

    private final Map<String, Object> constants = new LinkedHashMap<>();
    private final List<String> log = new ArrayList<>();
    private final BslHttp http;
    private Optional<BslException> failure = Optional.empty();

    /**
     * Creates a platform.
     *
     * @param bridge where the address that the module names is found in the test
     */
    public BslPlatform(URI bridge) {
        this.http = new BslHttp(bridge);
    }

    /** Sets a constant of the configuration. */
    public BslPlatform constant(String name, Object value) {
        constants.put(name.toLowerCase(Locale.ROOT), value);
        return this;
    }

    /** Returns a constant of the configuration. */
    public Object constant(String name) {
        return constants.getOrDefault(name.toLowerCase(Locale.ROOT), BslValues.UNDEFINED);
    }

    /** Returns what was written into the log of the base. */
    public List<String> log() {
        return List.copyOf(log);
    }

    /** Returns a reference to a document or an item, which has a GUID. */
    public static BslObject reference(String guid) {
        return new BslObject() {
            @Override
            public Object call(String name, List<Object> arguments) {
                return name.equals("уникальныйидентификатор") ? guid : BslObject.super.call(name, arguments);
            }
        };
    }

    /** Returns a reference to a document of a date. */
    public static BslObject document(String guid, LocalDateTime date) {
        return new BslObject() {
            @Override
            public Object get(String name) {
                return name.equals("дата") ? date : BslObject.super.get(name);
            }

            @Override
            public Object call(String name, List<Object> arguments) {
                return reference(guid).call(name, arguments);
            }
        };
    }

    void failed(BslException failed) {
        failure = Optional.of(failed);
    }

    BslException lastFailure() {
        return failure.orElseThrow();
    }

    Object make(String type, List<Object> arguments) {
        return switch (type) {
            case "структура" -> BslStructure.of(arguments);
            case "соответствие" -> new BslStructure(false);
            case "массив" -> new ArrayList<>();
            case "httpсоединение" -> http.connection(arguments);
            case "httpзапрос" -> BslHttp.request(arguments);
            case "записьjson" -> new BslJson.Writer();
            case "чтениеjson" -> new BslJson.Reader();
            default -> throw new BslException("Тип не определен (" + type + ")");
        };
    }

    Object global(String name) {
        if (name.equals("константы")) {
            return new Constants();
        }
        List<String> values = ENUMERATIONS.get(name);
        if (values == null) {
            throw new BslException("Переменная не определена (" + name + ")");
        }
        return new BslObject() {
            @Override
            public Object get(String value) {
                return values.contains(value) ? value : BslObject.super.get(value);
            }
        };
    }

    Object call(String name, List<Object> given) {
        return switch (name) {
            case "строка" -> BslValues.text(given.get(0));
            case "формат" -> formatted(BslValues.number(given.get(0)), BslValues.string(given.get(1)));
            case "лев" ->
                left(
                        BslValues.string(given.get(0)),
                        BslValues.number(given.get(1)).intValueExact());
            case "сокрл" -> BslValues.string(given.get(0)).stripLeading();
            case "типзнч" -> BslValues.type(given.get(0));
            case "тип" -> new BslType(BslValues.string(given.get(0)).toLowerCase(Locale.ROOT));
            case "заполнитьзначениясвойств" -> filled(given.get(0), given.get(1));
            case "значениезаполнено" -> BslValues.isFilled(given.get(0));
            case "информацияобошибке" -> lastFailure().getMessage();
            case "подробноепредставлениеошибки" -> BslValues.string(given.get(0));
            case "записатьjson" -> BslJson.write(given.get(0), given.get(1));
            case "прочитатьjson" -> BslJson.read(given);
            case "записьжурналарегистрации" -> {
                log.add(BslValues.text(BslValues.argument(given, 4)));
                yield BslValues.UNDEFINED;
            }
            default -> throw new BslException("Процедура или функция с указанным именем не определена (" + name + ")");
        };
    }

    /** Properties that the source does not have stay as they are. */
    private static Object filled(Object receiver, Object source) {
        if (!(receiver instanceof BslStructure structure) || !(source instanceof BslObject object)) {
            throw new BslException("Несоответствие типов: нужен объект со свойствами");
        }
        for (String name : structure.asMap().keySet()) {
            try {
                structure.put(name, object.get(name.toLowerCase(Locale.ROOT)));
            } catch (BslException e) {
                continue;
            }
        }
        return BslValues.UNDEFINED;
    }

    /** {@code ЧН=0} writes a zero, which would be empty otherwise; {@code ЧГ=0} groups nothing. */
    private static String formatted(BigDecimal number, String format) {
        if (!format.equals("ЧН=0; ЧГ=0")) {
            throw new IllegalStateException("a format that is not known: " + format);
        }
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static String left(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    /** {@code Константы.Имя.Получить()}. */
    private final class Constants implements BslObject {

        @Override
        public Object get(String name) {
            if (!constants.containsKey(name)) {
                return BslObject.super.get(name);
            }
            return new BslObject() {
                @Override
                public Object call(String method, List<Object> arguments) {
                    return switch (method) {
                        case "получить" -> constant(name);
                        case "установить" -> {
                            constants.put(name, arguments.get(0));
                            yield BslValues.UNDEFINED;
                        }
                        default -> BslObject.super.call(method, arguments);
                    };
                }
            };
        }
    }
}
