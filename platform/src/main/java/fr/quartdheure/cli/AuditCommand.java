package fr.quartdheure.cli;

import picocli.CommandLine.Command;

/** {@code audit}: the trace of every access. */
@Command(
        name = "audit",
        description = "The trace of who read and changed what.",
        mixinStandardHelpOptions = true,
        subcommands = {AuditVerifyCommand.class})
final class AuditCommand {}
