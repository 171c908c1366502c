package fr.quartdheure.atlas.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that were read, for the progress of a long file. */
final class CountedInput extends FilterInputStream {

    private final long total;
    private long count;

    CountedInput(InputStream in, long total) {
        super(in);
        this.total = total;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count += Math.max(0, read);
        return read;
    }

    long count() {
        return count;
    }

    long total() {
        return total;
    }
}
