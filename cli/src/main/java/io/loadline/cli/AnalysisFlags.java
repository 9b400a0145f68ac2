package io.loadline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The flags of every command that analyses. */
final class AnalysisFlags {

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Folders to audit: repositories, modules or manifests.")
    List<Path> paths = new ArrayList<>();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration; otherwise loadline.yml is looked for upwards.")
    @Nullable
    Path config;

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            description =
                    "Write a report; '-' is standard output. Repeatable. Formats: terminal json html sarif sarif-github"
                            + " markdown gitlab sonar junit checkstyle rdjson csv.")
    List<String> reports = new ArrayList<>();

    @Option(names = "--details", description = "Tell everything in the terminal.")
    boolean details;

    @Option(names = "--quiet", description = "No terminal report and no progress.")
    boolean quiet;

    @Option(names = "--jobs", paramLabel = "N", description = "Threads to use.")
    int jobs = Math.max(1, Runtime.getRuntime().availableProcessors());

    @Option(names = "--no-cache", description = "Read everything anew, as this version always does.")
    boolean noCache;

    @Option(names = "--environment", paramLabel = "NAME", description = "Judge this environment alone, such as prod.")
    @Nullable
    String environment;
}
