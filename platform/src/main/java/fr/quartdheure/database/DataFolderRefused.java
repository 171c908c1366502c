package fr.quartdheure.database;

/** The data folder or database cannot serve as asked; the message says why and what to do. */
public final class DataFolderRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DataFolderRefused(String message) {
        super(message);
    }
}
