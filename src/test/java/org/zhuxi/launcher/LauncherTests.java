package org.zhuxi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher says before it starts anything: help, wrong arguments, files and folders that are not there. */
class LauncherTests {

    @TempDir
    static Path folder;

    private static Installation installation;

    @BeforeAll
    static void install() throws Exception {
        installation = new Installation(folder, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "test",
                "token",
                "import",
                "verify",
                "audit-log",
                "keys",
                "witness",
                "backup",
                "restore",
                "bench",
                "train",
                "format"
            })
    void explainsEveryCommandAndKnowsItInTheList(String command) throws Exception {
        var help = installation.run(command, "--help");

        assertThat(help.exit()).isZero();
        assertThat(help.output()).startsWith("./zhuxi " + command);
        assertThat(installation.run("help", command)).isEqualTo(help);
        assertThat(installation.run("help").output()).contains("./zhuxi " + command);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --nope | unknown option: --nope",
                "run --prot=9000 | unknown option: --prot=9000",
                "run --port | --port needs a value",
                "token | --user is missing",
                "token --user | --user needs a value",
                "token --user head --data nowhere | there are no data in {folder}/nowhere",
                "import | what to import is missing",
                "import divisions | no list was given",
                "import divisions nowhere.csv | there is no file {folder}/nowhere.csv",
                "verify | which receipt?",
                "verify nowhere.txt | there is no file {folder}/nowhere.txt",
                "audit-log --data nowhere | there are no data in {folder}/nowhere",
                "keys renew push | what to renew is missing",
                "keys --data nowhere | there are no data in {folder}/nowhere",
                "witness | --log is missing",
                "witness --log x --port | --port needs a value",
                "backup --data nowhere | there are no data in {folder}/nowhere",
                "backup --verify nowhere.zip | there is no file {folder}/nowhere.zip",
                "restore | which back-up?",
                "restore nowhere.zip | there is no file {folder}/nowhere.zip",
                "bench juggling | unknown benchmark: juggling",
                "juggle | unknown command: juggle"
            })
    void saysWhatIsWrongAndStartsNothing(String typed, String answer) throws Exception {
        var run = installation.run(List.of(typed.split(" ", -1)).toArray(String[]::new));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output()).contains("zhuxi: " + answer.replace("{folder}", folder.toString()));
    }

    @Test
    void isValidBashWithoutArguments() throws Exception {
        assertThat(installation.run().output()).contains("./zhuxi run", "竹西");
    }
}
