package io.mostik.bridge.server;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Says which release this is, as the jar knows it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("from sources");
        return new String[] {
            "mostik-bridge " + version + ", Java " + Runtime.version().feature()
        };
    }
}
