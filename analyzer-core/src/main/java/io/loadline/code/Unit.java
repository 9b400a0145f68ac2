package io.loadline.code;

import java.util.List;

/**
 * One Java source file.
 *
 * @param path relative to the audited root, with {@code /}
 * @param packageName empty for the unnamed package
 * @param types top-level types in source order
 */
public record Unit(String path, String packageName, List<Import> imports, List<TypeDecl> types) {

    /**
     * One import.
     *
     * @param name qualified name without {@code .*}
     * @param onDemand whether it ends in {@code .*}
     */
    public record Import(String name, boolean isStatic, boolean onDemand) {}

    public Unit {
        imports = List.copyOf(imports);
        types = List.copyOf(types);
    }
}
