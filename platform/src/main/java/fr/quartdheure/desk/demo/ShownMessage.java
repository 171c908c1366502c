package fr.quartdheure.desk.demo;

import fr.quartdheure.notice.KeptMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A message of the demonstration, its lines cut where they hold a link. */
public record ShownMessage(KeptMessage message, List<List<Piece>> lines) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:)]");

    /** A piece of a line; with an address it is a link. */
    public record Piece(String text, @Nullable String href) {}

    static ShownMessage of(KeptMessage message) {
        return new ShownMessage(
                message, message.text().lines().map(ShownMessage::pieces).toList());
    }

    private static List<Piece> pieces(String line) {
        var pieces = new ArrayList<Piece>();
        var link = LINK.matcher(line);
        int at = 0;
        while (link.find()) {
            pieces.add(new Piece(line.substring(at, link.start()), null));
            pieces.add(new Piece(link.group(), link.group()));
            at = link.end();
        }
        pieces.add(new Piece(line.substring(at), null));
        return pieces;
    }
}
