package io.mostik.bridge.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files of H2 in memory that know what would be on the disk: everything that was written before the last {@code force}, and
 * of what came later whatever a power cut leaves. Addresses are {@code jdbc:h2:cut:memFS:NAME}.
 */
public final class CutDisk extends FilePathWrapper {

    private static final int BLOCK = 4096;
    private static final Map<String, Disk> DISKS = new ConcurrentHashMap<>();

    /** What a cut does to the writes that no {@code force} followed. */
    enum Loss {
        /** Nothing: the process was killed, the machine lives. */
        KILL,
        /** All are lost. */
        ALL,
        /** Each is kept, lost, or torn at some byte. */
        WRITES,
        /** Each block of 4 KB of each is kept or lost. */
        BLOCKS
    }

    /** Made by H2 too. */
    public CutDisk() {}

    /** Makes the addresses known to H2. */
    static void register() {
        FilePath.register(new CutDisk());
    }

    /** Forgets a file. */
    static void forget(String name) {
        FilePath path = FilePath.get("memFS:" + name + ".mv.db");
        DISKS.remove(path.toString());
        path.delete();
    }

    /** Writes what a cut leaves of a database into another one, which is then opened as {@code memFS:NAME}. */
    static void cut(String database, Loss loss, Random random, String copy) throws IOException {
        Image image = disk("memFS:" + database + ".mv.db").image(loss, random);
        FilePath path = FilePath.get("memFS:" + copy + ".mv.db");
        path.delete();
        try (FileChannel channel = path.open("rw")) {
            ByteBuffer bytes = ByteBuffer.wrap(image.bytes, 0, image.length);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** Lets a test act at each write, before or after which a process might end. */
    static void onWrite(String database, Runnable act) {
        disk("memFS:" + database + ".mv.db").onWrite = act;
    }

    /** Returns how often a database was forced to the disk. */
    static long forces(String database) {
        return disk("memFS:" + database + ".mv.db").forces();
    }

    /** Lets the next force of a database fail. */
    static void failOnce(String database) {
        disk("memFS:" + database + ".mv.db").isFailing = true;
    }

    private static Disk disk(String name) {
        return DISKS.computeIfAbsent(FilePath.get(name).toString(), each -> new Disk());
    }

    @Override
    public String getScheme() {
        return "cut";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode), disk(getBase().toString()));
    }

    /** One change of a file: bytes at a place, or a new length. */
    private static final class Change {

        private final long at;
        private final byte[] bytes;
        private final boolean isLength;

        Change(long at, byte[] bytes, boolean isLength) {
            this.at = at;
            this.bytes = bytes;
            this.isLength = isLength;
        }
    }

    /** The bytes of a file, with room to grow. */
    private static final class Image {

        private byte[] bytes = {};
        private int length;

        void apply(Change change) {
            int at = (int) change.at;
            if (change.isLength) {
                Arrays.fill(bytes, Math.min(at, length), length, (byte) 0);
                length = Math.min(at, length);
                return;
            }
            int end = at + change.bytes.length;
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * end);
            }
            System.arraycopy(change.bytes, 0, bytes, at, change.bytes.length);
            length = Math.max(length, end);
        }

        Image copy() {
            Image copy = new Image();
            copy.bytes = bytes.clone();
            copy.length = length;
            return copy;
        }
    }

    /** A file, as it is on the disk and as the process sees it. */
    private static final class Disk {

        private final List<Change> changes = new ArrayList<>();
        private final Image safe = new Image();
        private volatile Runnable onWrite = () -> {};
        private long forces;
        private volatile boolean isFailing;

        synchronized void add(Change change) {
            changes.add(change);
        }

        synchronized long forces() {
            return forces;
        }

        synchronized void force() throws IOException {
            if (isFailing) {
                isFailing = false;
                throw new IOException("the disk of the test fails");
            }
            forces++;
            changes.forEach(safe::apply);
            changes.clear();
        }

        synchronized Image image(Loss loss, Random random) {
            Image image = safe.copy();
            changes.forEach(change -> left(change, loss, random).forEach(image::apply));
            return image;
        }

        private static List<Change> left(Change change, Loss loss, Random random) {
            if (loss == Loss.KILL) {
                return List.of(change);
            }
            if (loss == Loss.ALL) {
                return List.of();
            }
            if (loss == Loss.BLOCKS && !change.isLength) {
                return blocks(change, random);
            }
            return switch (random.nextInt(change.isLength ? 2 : 3)) {
                case 0 -> List.of(change);
                case 1 -> List.of();
                default -> List.of(part(change, 0, random.nextInt(change.bytes.length + 1)));
            };
        }

        private static List<Change> blocks(Change change, Random random) {
            List<Change> kept = new ArrayList<>();
            for (int from = 0; from < change.bytes.length; from += BLOCK) {
                if (random.nextBoolean()) {
                    kept.add(part(change, from, Math.min(from + BLOCK, change.bytes.length)));
                }
            }
            return kept;
        }

        private static Change part(Change change, int from, int to) {
            return new Change(change.at + from, Arrays.copyOfRange(change.bytes, from, to), false);
        }
    }

    /** The way of H2 to a file. */
    private static final class Channel extends DelegatingFile {

        private final Disk disk;

        Channel(FileChannel file, Disk disk) {
            super(file);
            this.disk = disk;
        }

        @Override
        public synchronized int write(ByteBuffer bytes, long position) throws IOException {
            byte[] written = new byte[bytes.remaining()];
            bytes.duplicate().get(written);
            int count = super.write(bytes, position);
            disk.add(new Change(position, Arrays.copyOf(written, count), false));
            disk.onWrite.run();
            return count;
        }

        @Override
        public FileChannel truncate(long length) throws IOException {
            boolean isShorter = length < size();
            FileChannel unused = super.truncate(length);
            if (isShorter) {
                disk.add(new Change(length, new byte[0], true));
            }
            return this;
        }

        @Override
        public void force(boolean isMetaData) throws IOException {
            super.force(isMetaData);
            disk.force();
        }
    }
}
