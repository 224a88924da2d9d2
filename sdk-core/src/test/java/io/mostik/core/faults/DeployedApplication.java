package io.mostik.core.faults;

import io.mostik.core.http.ClientConfig;

/** What is deployed: uses a client and closes it. */
public final class DeployedApplication implements Runnable {

    private final String uri;

    /** Creates it for a vendor's address. */
    public DeployedApplication(String uri) {
        this.uri = uri;
    }

    @Override
    public void run() {
        LeakLab.use(ClientConfig.builder().baseUri(uri).build());
    }
}
