package fr.quartdheure.cli;

import fr.quartdheure.audit.ChainCheck.Fault;
import fr.quartdheure.audit.ChainCheck.Finding;
import fr.quartdheure.audit.ChainVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit verify}: whether any trace was changed or taken out since it was sealed. */
@Command(
        name = "verify",
        description = "Checks the whole chain of traces against the heads written outside the database.",
        mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--data", defaultValue = "var/real", description = "Data folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("var/real");

    @Option(names = "--database", description = "JDBC URL of an external PostgreSQL 18, user and password included.")
    private @Nullable String database;

    @Option(names = "--heads", description = "Folder of the heads (default: audit/heads of the data folder).")
    private @Nullable Path heads;

    @Option(names = "--key", description = "Folder of key.pub.pem (default: audit of the data folder).")
    private @Nullable Path key;

    @Option(names = "--json", description = "One JSON object instead of lines.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (heads != null && !Files.isDirectory(heads)) {
            throw new Refusal("There is no folder " + heads + ".");
        }
        if (database != null) {
            return verify(new OwnDatabase(database, "", "", null));
        }
        try (var own = OwnDatabase.open(data)) {
            return verify(own);
        }
    }

    private int verify(OwnDatabase own) {
        var code = new AtomicInteger();
        DatabaseTools.use(own, data, context -> code.set(verify(context.getBean(ChainVerification.class))));
        return code.get();
    }

    private int verify(ChainVerification verification) {
        Path audit = data.resolve("audit");
        long all = verification.count();
        var bar = new ProgressBar(spec.commandLine().getErr());
        Finding finding;
        try {
            finding = verification.verify(
                    heads != null ? heads : audit.resolve("heads"),
                    key != null ? key : audit,
                    read -> bar.at(read, read, all));
        } catch (IOException e) {
            throw new Refusal("The heads cannot be trusted: " + e.getMessage() + ".");
        }
        bar.end();
        tell(finding, verification.countUnsealed());
        return finding.fault().isEmpty() ? Quartdheure.DONE : Quartdheure.REFUSED;
    }

    private void tell(Finding finding, long unsealed) {
        var answer = new Answer()
                .with("intact", finding.fault().isEmpty())
                .with("events", finding.events())
                .with("head", finding.hash())
                .with("vouched-for-by-heads", finding.vouched())
                .with("not-sealed-yet", unsealed);
        finding.fault()
                .ifPresent(fault -> answer.with("first-bad-position", fault.from())
                        .with(
                                "first-bad-trace",
                                fault.traceId() == null
                                        ? "none"
                                        : fault.traceId().toString())
                        .with("fault", sentence(fault)));
        answer.print(spec.commandLine().getOut(), json);
    }

    private static String sentence(Fault fault) {
        return switch (fault.kind()) {
            case ALTERED -> "the trace is not the one that was sealed";
            case TRACE_MISSING -> "the trace was taken out";
            case LINK_MISSING -> "the link was taken out";
            case REWRITTEN ->
                "the chain was rewritten somewhere from here to position " + fault.to()
                        + ": a signed head says otherwise";
            case CUT_OFF -> "the chain was cut off: a signed head reaches position " + fault.to();
        };
    }
}
