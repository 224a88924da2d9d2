package io.mostik.bridge.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Connections;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Once;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the page for 1C authors true to the actions. */
class OnecGuideTest {

    private static final Path PAGE = Path.of("../docs/ru/1c.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+(?:\\.[a-z]+)*)` \\| ([^|]*) \\|");

    @Test
    void givenTableOfActions_whenRead_thenItHasAllActionsWithTheirFields() throws IOException {
        Map<String, String> told = new TreeMap<>();
        ROW.matcher(Files.readString(PAGE))
                .results()
                .filter(row -> row.group(1).contains(".") || row.group(1).equals("notice"))
                .forEach(row -> told.put(row.group(1), row.group(2)));

        assertThat(told).isEqualTo(actions());
    }

    private static Map<String, String> actions() {
        TimeSource time = TimeSource.system();
        ActionContext context =
                new ActionContext(Once.over(StateStore.inMemory()), Connections.none(), time, ZoneOffset.UTC);
        Map<String, String> actions = new TreeMap<>();
        ServiceLoader.load(ActionProvider.class).stream()
                .flatMap(provider -> provider.get().actions(context).stream())
                .map(Action::spec)
                .forEach(spec -> actions.put(spec.name(), fields(spec)));
        return actions;
    }

    private static String fields(ActionSpec spec) {
        String fields = spec.fields().stream()
                .map(field -> field.required() ? "**`" + field.name() + "`**" : "`" + field.name() + "`")
                .collect(Collectors.joining(", "));
        return spec.further().isEmpty() ? fields : fields + ", `" + spec.further() + "…`";
    }
}
