package io.loadline.system;

import io.loadline.code.Modifier;
import io.loadline.system.build.Module;
import io.loadline.system.build.Modules;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which services a module is part of: the started modules that use it. */
final class ModuleServices {

    private final Map<String, List<String>> byModule = new HashMap<>();
    private final Map<String, List<String>> startedBy = new HashMap<>();
    private final TreeSet<String> ids = new TreeSet<>();

    private ModuleServices(Code code, Modules modules) {
        TreeSet<String> started = new TreeSet<>();
        code.types().stream()
                .flatMap(type -> type.methods().stream())
                .filter(ModuleServices::starts)
                .forEach(method -> started.add(method.owner().module()));
        for (Module module : modules.all()) {
            if (started.contains(module.directory()) || module.packaging().equals("war")) {
                ids.add(module.name());
                add(module.directory(), module);
                module.projectDependencies().forEach(used -> add(used, module));
            }
        }
    }

    static ModuleServices of(Code code, Modules modules) {
        return new ModuleServices(code, modules);
    }

    private static boolean starts(Method method) {
        return method.name().equals("main")
                && method.decl().modifiers().contains(Modifier.STATIC)
                && method.decl().parameters().size() == 1;
    }

    private void add(String directory, Module started) {
        byModule.computeIfAbsent(directory, d -> new ArrayList<>()).add(started.name());
        startedBy.computeIfAbsent(directory, d -> new ArrayList<>()).add(started.directory());
    }

    /** Directories of the started modules that use a module, itself included where it is started. */
    List<String> startedWith(String directory) {
        return startedBy.getOrDefault(directory, List.of());
    }

    List<String> ids() {
        return List.copyOf(ids);
    }

    List<String> of(String directory) {
        return byModule.getOrDefault(directory, List.of()).stream()
                .distinct()
                .sorted()
                .toList();
    }
}
