package io.mostik.core.faults;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;

/**
 * A server in which an application is deployed and taken away, some times: a class loader of its own, which has the SDK
 * and everything it needs. Prints how many class loaders are left.
 */
public final class Redeployment {

    private static final int TIMES = 3;

    private Redeployment() {}

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        try (LeakLab lab = new LeakLab()) {
            WeakReference<?>[] loaders = new WeakReference<?>[TIMES];
            for (int i = 0; i < TIMES; i++) {
                loaders[i] = deployed(lab.uri());
            }
            boolean gone = LeakLab.becomes(() -> Arrays.stream(loaders).allMatch(loader -> loader.get() == null));
            long left = Arrays.stream(loaders)
                    .filter(loader -> loader.get() != null)
                    .count();
            System.out.println("gone " + gone + " left " + left);
        }
        System.exit(0);
    }

    /** Runs the application once on a thread that ends, so that nothing but the SDK could hold its class loader. */
    private static WeakReference<ClassLoader> deployed(String uri) throws Exception {
        URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
        Runnable application = (Runnable) loader.loadClass(DeployedApplication.class.getName())
                .getConstructor(String.class)
                .newInstance(uri);
        Thread thread = new Thread(application);
        thread.setContextClassLoader(loader);
        thread.start();
        thread.join();
        loader.close();
        return new WeakReference<>(loader);
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Redeployment::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new java.io.UncheckedIOException(new IOException(e));
        }
    }
}
