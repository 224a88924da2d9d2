package io.mostik.bridge.server;

import io.mostik.bridge.link.Link;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.online.LinkUse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The links of the settings, each with the name of the file that it stands in. */
final class LinkUses {

    private LinkUses() {}

    /**
     * Returns them.
     *
     * @throws io.mostik.bridge.server.config.ConfigException naming the file, and every line that is wrong in it
     */
    static List<LinkUse> read(BridgeConfig config) {
        List<LinkUse> uses = new ArrayList<>();
        if (config.hasLinks()) {
            add(uses, LinkFiles.readOne(config.file(), true).all(), config.file());
        }
        config.linkFiles()
                .forEach(file -> add(uses, LinkFiles.readOne(file, false).all(), file));
        return uses;
    }

    private static void add(List<LinkUse> uses, List<Link> links, Path file) {
        links.forEach(link -> uses.add(new LinkUse(link, file.getFileName().toString())));
    }
}
