package io.loadline.system.landscape;

import io.loadline.deploy.Word;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.system.configuration.Launch;
import io.loadline.system.configuration.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The options that reach the Java virtual machine, weakest first, and what may reach it unseen.
 *
 * <p>Order of precedence, lowest first: {@code JAVA_TOOL_OPTIONS}, {@code JDK_JAVA_OPTIONS}, the command line, {@code _JAVA_OPTIONS}; as
 * measured on OpenJDK 17. Any other variable counts only when the command line uses it.
 *
 * @param options with the places where they stand
 * @param unseen why there may be more; empty when everything was read
 * @param unused options in variables that nothing hands to the process
 * @param calculator what sizes the heap to the container whenever the process starts; absent where nothing is known to
 */
public record JvmOptions(
        List<Evidence> options,
        List<String> unseen,
        List<Evidence> unused,
        @Nullable Location calculator) {

    private static final Pattern USED = Pattern.compile("\\$\\{?(\\w+)}?");
    private static final Pattern SIZE = Pattern.compile("-Xmx(\\d+)([kKmMgGtT]?)");
    private static final Pattern SHARE = Pattern.compile("-XX:MaxRAMPercentage=(\\d+(?:\\.\\d+)?)");

    public JvmOptions {
        options = List.copyOf(options);
        unseen = List.copyOf(unseen);
        unused = List.copyOf(unused);
    }

    /**
     * Reads the options off a launch.
     *
     * @param known whether the image's own command line and variables are known
     */
    static JvmOptions of(Launch launch, boolean known) {
        List<Evidence> options = new ArrayList<>();
        List<String> unseen = new ArrayList<>(launch.unread());
        if (!known) {
            unseen.add("how the image starts its process is not in the tree");
        }
        String line = String.join(" ", launch.words().stream().map(Word::text).toList());
        from("JAVA_TOOL_OPTIONS", launch, options, unseen);
        from("JDK_JAVA_OPTIONS", launch, options, unseen);
        for (Word word : launch.words()) {
            split(word.text(), word.at(), options);
            Matcher used = USED.matcher(word.text());
            while (used.find()) {
                from(used.group(1), launch, options, unseen);
            }
        }
        from("_JAVA_OPTIONS", launch, options, unseen);
        if (runsScript(line)) {
            unseen.add("what the script does that starts the process");
        }
        return new JvmOptions(options, unseen, unused(launch, options), null);
    }

    private static List<Evidence> unused(Launch launch, List<Evidence> options) {
        List<Location> used = options.stream().map(Evidence::at).toList();
        return launch.variables().stream()
                .filter(variable -> !used.contains(variable.at()))
                .filter(variable ->
                        variable.known().filter(JvmOptions::sizesHeap).isPresent())
                .map(variable -> new Evidence(variable.at(), variable.name()))
                .toList();
    }

    private static boolean sizesHeap(String text) {
        return text.matches("(?s)(.*[\\s\"'=])?-(Xmx\\d|XX:Max(RAM|Heap)).*");
    }

    JvmOptions calculated(Optional<Location> by) {
        return new JvmOptions(options, unseen, unused, by.orElse(null));
    }

    /** Whether the heap is sized to the container whenever the process starts, as no option says otherwise. */
    public boolean isCalculated() {
        return calculator != null && sizing().isEmpty();
    }

    private static boolean runsScript(String line) {
        return line.matches("(?s).*\\S+\\.sh\\b.*") || (!line.isBlank() && !line.matches("(?s).*\\bjava\\b.*"));
    }

    private static void from(String name, Launch launch, List<Evidence> options, List<String> unseen) {
        for (Variable variable : launch.variables()) {
            if (variable.name().equals(name)) {
                if (variable.known().isPresent()) {
                    split(variable.known().get(), variable.at(), options);
                } else {
                    unseen.add("the value of %s, which comes from %s".formatted(name, variable.origin()));
                }
            }
        }
    }

    private static void split(String text, Location at, List<Evidence> options) {
        for (String word : text.split("[\\s\"',\\[\\]]+", -1)) {
            if (word.startsWith("-X") || word.startsWith("-D")) {
                options.add(new Evidence(at, word));
            }
        }
    }

    /** The option that begins so and wins. */
    public Optional<Evidence> last(String prefix) {
        return options.stream().filter(o -> o.label().startsWith(prefix)).reduce((first, second) -> second);
    }

    /** The stated maximum heap in bytes. */
    public OptionalLong maxHeap() {
        Matcher size = SIZE.matcher(last("-Xmx").map(Evidence::label).orElse(""));
        if (!size.matches()) {
            return OptionalLong.empty();
        }
        int power = "kmgt".indexOf(size.group(2).toLowerCase(Locale.ROOT));
        boolean bare = size.group(2).isEmpty();
        BigDecimal bytes =
                new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(1L << (bare ? 0 : 10 * (power + 1))));
        return bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(bytes.longValue());
    }

    /** The stated share of the container's memory, in per cent. */
    public Optional<Double> maxShare() {
        Matcher share =
                SHARE.matcher(last("-XX:MaxRAMPercentage").map(Evidence::label).orElse(""));
        return share.matches() ? Optional.of(Double.valueOf(share.group(1))) : Optional.empty();
    }

    /** The option that sizes the heap, where one does. */
    public Optional<Evidence> sizing() {
        return last("-Xmx")
                .or(() -> last("-XX:MaxRAMPercentage"))
                .or(() -> last("-XX:MaxHeapSize"))
                .or(() -> last("-XX:MaxRAMFraction"));
    }
}
