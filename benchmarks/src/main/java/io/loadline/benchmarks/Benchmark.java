package io.loadline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Measures the shipped command on folders of Java code, pairwise with the bare parser, and says which targets hold. */
final class Benchmark {

    /** The target for memory is one for corpora of about this size. */
    private static final double PEAK_LINES = 600_000;

    private static final int SMALL_FILES = 62;

    /** Exit codes of PMD that mean success: with and without violations, and with files it could not read. */
    private static final Set<Integer> PMD_DONE = Set.of(0, 4, 5);

    private final Settings settings;
    private final Map<Target, Double> measured = new EnumMap<>(Target.class);

    private Benchmark(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) throws IOException {
        new Benchmark(Settings.of(List.of(arguments))).run();
    }

    private void run() throws IOException {
        Watched.run(List.of(settings.launcher(), "--version"), Set.of(0));
        Usage parser = compare();
        stages(parser.figure("lines"));
        small();
        if (settings.growth()) {
            growth();
        }
        System.out.println();
        System.out.println("| target | at most | measured | |");
        System.out.println("|---|---|---|---|");
        for (Target target : Target.values()) {
            System.out.println(target.row(Optional.ofNullable(measured.get(target))));
        }
    }

    private Usage compare() {
        List<Usage> parser = new ArrayList<>();
        List<Usage> audit = new ArrayList<>();
        List<Usage> pmd = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            parser.add(Watched.run(own("ParseOnly", List.of(), settings.folders()), Set.of(0)));
            audit.add(audit(settings.folders()));
            if (settings.pmd()) {
                pmd.add(Watched.run(pmdCommand(), PMD_DONE));
            }
        }
        double lines = parser.get(0).figure("lines");
        System.out.printf(
                Locale.ROOT,
                "%.0f files, %.0f lines, %d rounds, JDK %s, %d processors%n%n",
                parser.get(0).figure("files"),
                lines,
                settings.rounds(),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        System.out.println("| median | CPU s | wall s | peak MiB | CPU s per million lines |");
        System.out.println("|---|---|---|---|---|");
        print("parser only, stock flags", parser, lines);
        print("whole audit, as launched", audit, lines);
        if (settings.pmd()) {
            print("PMD quickstart", pmd, lines);
            measured.put(Target.WALL_OVER_PMD, Usage.median(audit, Usage::wall) / Usage.median(pmd, Usage::wall));
        }
        measured.put(Target.CPU_OVER_PARSER, Usage.median(audit, Usage::cpu) / Usage.median(parser, Usage::cpu));
        if (lines <= PEAK_LINES) {
            measured.put(Target.PEAK, Usage.median(audit, Usage::peak));
        }
        return parser.get(0);
    }

    /** @param lines of the corpus; 0 where its size says nothing */
    private static void print(String name, List<Usage> runs, double lines) {
        double cpu = Usage.median(runs, Usage::cpu);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.0f | %s |%n",
                name,
                cpu,
                Usage.median(runs, Usage::wall),
                Usage.median(runs, Usage::peak),
                lines == 0 ? "–" : String.format(Locale.ROOT, "%.0f", cpu / lines * 1e6));
    }

    private void stages(double lines) {
        List<String> flags = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-DontCompileHugeMethods");
        Usage stages = Watched.run(own("Stages", flags, settings.folders()), Set.of(0));
        measured.put(Target.FACTS, stages.figure("facts-mb") / lines * 1e6);
        measured.put(Target.LINK_OVER_READ, stages.figure("link-cpu") / stages.figure("read-cpu"));
        measured.put(Target.UNRESOLVED, 1 - stages.figure("resolved"));
    }

    private void small() {
        try (SmallProject project = new SmallProject(Path.of(settings.example()), SMALL_FILES)) {
            List<Usage> runs = new ArrayList<>();
            List<Usage> starts = new ArrayList<>();
            for (int round = 0; round < settings.rounds(); round++) {
                runs.add(audit(List.of(project.root().toString())));
                starts.add(Watched.run(List.of(settings.launcher(), "--version"), Set.of(0)));
            }
            double size = project.javaFiles();
            print("small project, " + Math.round(size) + " files", runs, 0);
            print("only --version", starts, 0);
            measured.put(Target.SMALL, Usage.median(runs, Usage::wall));
        }
    }

    /** Audits the first folder, the first two, the first four and so on; the exponent is the slope of the logarithms. */
    private void growth() throws IOException {
        List<double[]> points = new ArrayList<>();
        List<String> all = settings.folders();
        for (int count = 1;
                count <= all.size();
                count = count == all.size() ? count + 1 : Math.min(2 * count, all.size())) {
            List<String> some = all.subList(0, count);
            double lines = ParseOnly.lines(some);
            Usage audit = audit(some);
            print("whole audit of " + count + " folders, " + Math.round(lines) + " lines", List.of(audit), lines);
            points.add(new double[] {Math.log(lines), Math.log(audit.cpu())});
        }
        if (points.size() > 1) {
            measured.put(Target.GROWTH, slope(points));
        }
    }

    private static double slope(List<double[]> points) {
        double x = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double y = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
        double products =
                points.stream().mapToDouble(p -> (p[0] - x) * (p[1] - y)).sum();
        double squares =
                points.stream().mapToDouble(p -> (p[0] - x) * (p[0] - x)).sum();
        return products / squares;
    }

    /** The audit with every part of a user's run, the JSON report thrown away. */
    private Usage audit(List<String> folders) {
        List<String> command = new ArrayList<>(List.of(
                settings.launcher(), "audit", "--quiet", "--jobs", settings.jobs(), "--report", "json=/dev/null"));
        command.addAll(folders);
        return Watched.run(command, Set.of(0));
    }

    private List<String> pmdCommand() {
        List<String> command =
                new ArrayList<>(List.of(java(), "-cp", settings.libraries(), "net.sourceforge.pmd.cli.PmdCli"));
        command.addAll(List.of("check", "--no-progress", "--no-cache", "-t", settings.jobs()));
        command.addAll(List.of("-R", "rulesets/java/quickstart.xml", "-r", "/dev/null"));
        settings.folders().forEach(folder -> command.addAll(List.of("-d", folder)));
        return command;
    }

    private List<String> own(String main, List<String> flags, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(flags);
        command.addAll(List.of("-cp", settings.libraries(), Benchmark.class.getPackageName() + "." + main));
        command.addAll(arguments);
        return command;
    }

    private static String java() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        if (!Files.isExecutable(java)) {
            throw new IllegalStateException("no java in " + java);
        }
        return java.toString();
    }
}
