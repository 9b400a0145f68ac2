package io.loadline.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.loadline.catalog.Catalog;
import io.loadline.fact.Facts;
import io.loadline.rules.StandardRules;
import io.loadline.source.Readers;
import io.loadline.source.Reading;
import io.loadline.system.code.Code;
import io.loadline.system.code.Workers;
import io.loadline.workspace.FileRole;
import io.loadline.workspace.Filters;
import io.loadline.workspace.SourceFile;
import io.loadline.workspace.Workspace;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and then resolves names in one process, on one thread, and tells the CPU time of each and what the facts hold in memory. All code counts
 * as one module, so that no build file has a part in it.
 */
final class Stages {

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Stages() {}

    public static void main(String[] folders) {
        new Stages().run(List.of(folders));
    }

    private void run(List<String> folders) {
        Catalog catalog = Catalog.of(new StandardRules().catalog());
        List<SourceFile> files = files(folders);
        double held = heldAfterCollection();
        double start = cpu();
        Facts facts =
                Facts.observe(Reading.of(files, Readers::new, 1, Reading.Progress.NONE, (file, bytes, input) -> {})
                        .inputs());
        double read = cpu() - start;
        double live = heldAfterCollection() - held;
        start = cpu();
        Code code = Code.link(facts.units(), catalog, path -> "", module -> List.of(), new Workers(1));
        double link = cpu() - start;
        System.out.printf("facts-mb=%f%nread-cpu=%f%nlink-cpu=%f%n", live, read, link);
        System.out.printf("resolved=%f%njava-lines=%d%n", code.resolvedShare(), facts.javaLines());
    }

    private static List<SourceFile> files(List<String> folders) {
        List<SourceFile> all = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            String prefix = i + "/";
            Workspace.open(Path.of(folders.get(i)), Filters.NONE).files().stream()
                    .filter(file -> file.role() == FileRole.MAIN)
                    .map(f -> new SourceFile(prefix + f.path(), f.kind(), f.role(), f.size(), f.content()))
                    .forEach(all::add);
        }
        return all;
    }

    /** In seconds. */
    private double cpu() {
        return process.getProcessCpuTime() / 1e9;
    }

    /** In MB. The collector is the serial one, for which one full collection leaves nothing dead. */
    private static double heldAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
