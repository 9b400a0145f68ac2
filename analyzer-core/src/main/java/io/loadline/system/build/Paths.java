package io.loadline.system.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Relative paths with {@code /}, as texts. */
public final class Paths {

    private Paths() {}

    /** The folder of a file or folder; empty for the root. */
    public static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The last part. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path of something in a folder. */
    public static String child(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /** Where a path leads that starts at a folder; empty when it leaves the tree. */
    public static Optional<String> resolve(String folder, String relative) {
        List<String> parts = new ArrayList<>();
        for (String part : (folder + "/" + relative).split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    /** How many leading folders two paths share. */
    public static int shared(String a, String b) {
        String[] left = a.split("/");
        String[] right = b.split("/");
        int count = 0;
        while (count < Math.min(left.length, right.length) && left[count].equals(right[count])) {
            count++;
        }
        return count;
    }
}
