package fr.quartdheure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.support.TestDatabase;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class ImportCommandTest {

    @ParameterizedTest
    @EnumSource(ImportCommand.Kind.class)
    void aKindIsTypedAsItsImporterNamesIt(ImportCommand.Kind kind) {
        assertThat(kind.on(TestDatabase.fresh()).kind()).isEqualTo(kind.toString());
        for (String typed : new String[] {kind.toString(), kind.toString().toUpperCase(Locale.ROOT)}) {
            var line = new CommandLine(new ImportCommand()).setCaseInsensitiveEnumValuesAllowed(true);
            var parsed = line.parseArgs(typed, "file.csv");
            assertThat((ImportCommand.Kind) parsed.matchedPositional(0).getValue())
                    .isEqualTo(kind);
        }
    }

    @Test
    void theHelpNamesEveryKind() {
        String help = new CommandLine(new ImportCommand()).getUsageMessage();
        assertThat(Arrays.stream(ImportCommand.Kind.values()).map(Object::toString))
                .allMatch(help::contains);
    }
}
