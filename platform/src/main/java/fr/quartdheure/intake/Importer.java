package fr.quartdheure.intake;

import java.io.IOException;

/** Takes files of open data of one kind: all or nothing, and a second run changes nothing. Thread-safe. */
public interface Importer {

    /** What its files hold, as people ask for it: "communes", "travel-times". */
    String kind();

    ImportReport run(ImportRequest request, ImportProgress progress) throws IOException;
}
