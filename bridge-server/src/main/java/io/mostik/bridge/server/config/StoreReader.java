package io.mostik.bridge.server.config;

import java.nio.file.Path;
import java.util.Optional;

/** Reads where the journal is kept. */
final class StoreReader {

    private StoreReader() {}

    static StoreSettings read(Section section, Path folder) {
        String url = section.text("url").orElse("h2:data");
        String user = section.text("user").orElse("");
        Optional<SecretSetting> password = section.secret("password");
        Optional<SecretSetting> pepper = section.secret("pepper");
        boolean powerSafe =
                section.word("durability", "power", "power", "process").equals("power");
        section.end();
        if (url.equals("h2:mem")) {
            return StoreSettings.inMemory(pepper);
        }
        if (url.startsWith("h2:")) {
            Path data = folder.resolve(url.substring(3)).normalize();
            return new StoreSettings(
                    url, StoreSettings.Kind.H2, Optional.of(data), "", Optional.empty(), pepper, powerSafe);
        }
        if (!url.matches("postgresql://[^@?]+")) {
            section.problem("url", "h2:FOLDER or postgresql://HOST/NAME is expected, user and password apart");
        }
        return new StoreSettings(
                url, StoreSettings.Kind.POSTGRESQL, Optional.empty(), user, password, pepper, powerSafe);
    }
}
