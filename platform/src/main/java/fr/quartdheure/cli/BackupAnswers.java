package fr.quartdheure.cli;

import fr.quartdheure.backup.About;
import fr.quartdheure.backup.Manifest;

/** What a backup says of itself. */
final class BackupAnswers {

    private BackupAnswers() {}

    static Answer of(About about, Manifest manifest) {
        var answer = new Answer()
                .with("mode", about.mode())
                .with("taken-at", about.at().toString())
                .with("platform", about.platform())
                .with("migration", about.schema())
                .with("postgresql", about.postgres())
                .with("files", manifest.files().size())
                .with("bytes-unpacked", manifest.bytes())
                .with("rows-counted", !manifest.rows().isEmpty());
        if (!manifest.rows().isEmpty()) {
            answer.with(
                            "rows",
                            manifest.rows().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum())
                    .with("appointments", manifest.rows().getOrDefault("scheduling.appointment", 0L))
                    .with("audit-events", manifest.auditPosition())
                    .with("head", manifest.auditHead().isEmpty() ? "none" : manifest.auditHead());
        }
        return answer;
    }
}
