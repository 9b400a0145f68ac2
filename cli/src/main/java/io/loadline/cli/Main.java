package io.loadline.cli;

import io.loadline.catalog.CatalogException;
import io.loadline.config.ConfigException;
import io.loadline.rules.StandardRules;
import io.loadline.workspace.WorkspaceException;
import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code loadline} command. */
@Command(
        name = "loadline",
        description = "Can it scale, what breaks first, and what is the cheapest thing to do about it?",
        mixinStandardHelpOptions = true,
        version = "loadline 0.1.0",
        subcommands = {
            AuditCommand.class,
            CheckCommand.class,
            BaselineCommand.class,
            ExplainCommand.class,
            RulesCommand.class,
            ModelCommand.class
        })
public final class Main implements Runnable {

    /** All is well. */
    static final int FINE = 0;

    /** The gate failed. */
    static final int GATE = 1;

    /** Bad use, or the tool itself failed. */
    static final int BAD_USE = 2;

    /** Too little could be read to judge. */
    static final int UNREADABLE = 3;

    private final Streams streams;

    /** A command that writes to the given streams. */
    Main(Streams streams) {
        this.streams = streams;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        boolean terminal = isTerminal() && System.getenv("NO_COLOR") == null;
        int exit = run(new Streams(out, err, terminal), args);
        out.flush();
        System.exit(exit);
    }

    /** Up to JDK 21 a console is there only at a terminal; from 22 on it is always there and says so itself. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJdk) {
            return true;
        }
    }

    /** Runs the command and gives its exit code. */
    static int run(Streams streams, String... args) {
        CommandLine line = new CommandLine(new Main(streams), new Commands(streams, new StandardRules()));
        line.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((failure, written) -> {
            streams.err().println("loadline: " + Lines.first(String.valueOf(failure.getMessage())));
            streams.err().println("Try 'loadline --help'.");
            return BAD_USE;
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            streams.err().println("loadline: " + sentence(failure));
            return BAD_USE;
        });
        return line.execute(args);
    }

    private static String sentence(Exception failure) {
        boolean known = failure instanceof WorkspaceException
                || failure instanceof ConfigException
                || failure instanceof CatalogException
                || failure instanceof BadUse;
        String message = Lines.first(String.valueOf(failure.getMessage()));
        return known
                ? message
                : "an error in the tool itself: " + failure.getClass().getSimpleName() + ": " + message;
    }

    @Override
    public void run() {
        new CommandLine(this, new Commands(streams, new StandardRules())).usage(streams.out());
    }
}
