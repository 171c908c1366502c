package fr.quartdheure.cli;

import fr.quartdheure.atlas.file.FileRefused;
import fr.quartdheure.backup.BackupRefused;
import fr.quartdheure.database.DataFolderRefused;
import java.net.BindException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** A command refused for a reason that its user can act upon. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    /** The sentence to print when the failure is such a refusal, whatever wraps it. */
    static Optional<String> in(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Refusal refusal -> {
                    return Optional.ofNullable(refusal.getMessage());
                }
                case FileRefused refused -> {
                    return Optional.ofNullable(refused.getMessage());
                }
                case DataFolderRefused refused -> {
                    return Optional.ofNullable(refused.getMessage());
                }
                case BackupRefused refused -> {
                    return Optional.ofNullable(refused.getMessage());
                }
                case PortInUseException inUse -> {
                    return Optional.of("Port " + inUse.getPort() + " is in use: choose another with --port.");
                }
                case BindException bind -> {
                    return Optional.of("The address cannot be listened on: " + bind.getMessage());
                }
                default -> {}
            }
        }
        return Optional.empty();
    }
}
