package io.mostik.examples;

import io.mostik.core.Progress;
import io.mostik.core.ProgressListener;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows the progress of long work: as a bar on a terminal, as plain lines in a log. One display for one piece of work. */
public final class ProgressDisplay {

    private static final int WIDTH = 100;

    private ProgressDisplay() {}

    /** Returns a bar if the stream is the terminal of this process, else lines that begin with two spaces. */
    public static ProgressListener on(PrintStream out) {
        return out.equals(System.out) && isTerminal(System.console()) ? bar(out) : lines(out, Duration.ofSeconds(5));
    }

    /**
     * Returns a display of one line at the end of the work, and one each interval until then.
     *
     * @param interval least time between two lines
     */
    static ProgressListener lines(PrintStream out, Duration interval) {
        return new Lines(out, interval);
    }

    static ProgressListener bar(PrintStream out) {
        return new Bar(out);
    }

    /** Since JDK 22 there is a console where the output goes to a file too; it says whether it is a terminal. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static final class Lines implements ProgressListener {

        private final PrintStream out;
        private final Duration interval;
        private Duration next;

        Lines(PrintStream out, Duration interval) {
            this.out = out;
            this.interval = interval;
            this.next = interval;
        }

        @Override
        public synchronized void onProgress(Progress progress) {
            if (progress.ended() || progress.took().compareTo(next) >= 0) {
                next = progress.took().plus(interval);
                out.println("  " + progress);
            }
        }
    }

    private static final class Bar implements ProgressListener {

        private final PrintStream out;
        private @Nullable ProgressBar bar;

        Bar(PrintStream out) {
            this.out = out;
        }

        @Override
        public synchronized void onProgress(Progress progress) {
            if (bar == null) {
                bar = new ProgressBarBuilder()
                        .setTaskName("  " + progress.what())
                        .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                        .build();
            }
            bar.maxHint(progress.total().orElse(-1));
            bar.stepTo(progress.done());
            if (!progress.waited().isZero()) {
                bar.setExtraMessage("waited " + progress.waited().toSeconds() + " s");
            }
            if (progress.ended()) {
                bar.close();
            }
        }
    }
}
