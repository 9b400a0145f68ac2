package io.loadline.system.service;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.Marker;
import io.loadline.deploy.ConfigData;
import io.loadline.deploy.Container;
import io.loadline.deploy.EnvFrom;
import io.loadline.deploy.EnvVar;
import io.loadline.deploy.Label;
import io.loadline.deploy.Manifest;
import io.loadline.deploy.Probe;
import io.loadline.deploy.Volume;
import io.loadline.deploy.Word;
import io.loadline.deploy.Workload;
import io.loadline.evidence.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What in a manifest tells that a container runs a Java process, or that it runs something else. */
final class JvmSigns {

    private static final String JVM_IMAGES = "jvm-image";
    private static final Pattern VARIABLE = Pattern.compile(
            "_?(JAVA|JDK|JVM|CATALINA|SPRING|QUARKUS|MICRONAUT)_.*|.*_(JAVA|JVM|JDK)_.*|JAVA_?OPTS|JVMFLAGS");
    private static final Pattern OPTION = Pattern.compile("(?s).*(^|[\\s\"'=])-(Xm[sxn]\\d|XX:[+\\-\\w]|javaagent:).*");
    private static final Pattern COMMAND = Pattern.compile("(?s)(.*[\\s/])?java(\\s.*)?|.*\\.jar\\b.*");
    private static final Pattern PROBE = Pattern.compile("(/.*)?/actuator(/.*)?|/q/health(/.*)?");
    private static final Pattern SETTINGS = Pattern.compile("(application|bootstrap)(-[\\w.]+)?\\.(ya?ml|properties)");
    private static final Set<String> IMAGE_WORDS = Set.of(
            "java",
            "jdk",
            "jre",
            "jvm",
            "openjdk",
            "temurin",
            "corretto",
            "zulu",
            "spring",
            "springboot",
            "quarkus",
            "micronaut",
            "tomcat",
            "wildfly",
            "jetty");
    private static final String METRICS_PATH = "prometheus.io/path";

    private final Catalog catalog;
    private final List<ConfigData> data;

    JvmSigns(Catalog catalog, List<? extends Manifest> manifests) {
        this.catalog = catalog;
        this.data = manifests.stream()
                .filter(ConfigData.class::isInstance)
                .map(ConfigData.class::cast)
                .filter(each -> !each.secret())
                .toList();
    }

    /** Whether every container runs what is known to be no service of anybody's own: databases, brokers, proxies. */
    boolean isInfrastructure(Workload workload) {
        return workload.containers().stream()
                .filter(container -> !container.sidecar())
                .allMatch(container -> catalog.markers().stream()
                        .filter(marker ->
                                marker.as().endsWith("-image") && !marker.as().equals(JVM_IMAGES))
                        .anyMatch(marker -> isOneOf(container.image().text(), marker)
                                || marker.images().stream().anyMatch(known -> isNamed(container.name(), known))));
    }

    /** The first sign; empty when there is none. */
    Optional<Evidence> of(Workload workload) {
        return Stream.concat(
                        workload.containers().stream()
                                .filter(container -> !container.sidecar())
                                .flatMap(container -> of(workload, container)),
                        workload.podAnnotations().entry(METRICS_PATH).stream()
                                .filter(path -> PROBE.matcher(path.value()).matches())
                                .map(path -> new Evidence(path.at(), "metrics at " + path.value())))
                .findFirst();
    }

    private Stream<Evidence> of(Workload workload, Container container) {
        return Stream.<Function<Container, Stream<Evidence>>>of(
                        c -> c.env().stream().filter(JvmSigns::isSign).map(e -> new Evidence(e.at(), e.name())),
                        c -> Stream.concat(c.command().stream(), c.args().stream())
                                .filter(word -> isCommand(word.text()))
                                .map(word -> new Evidence(word.at(), "the command line starts Java")),
                        c -> c.probes().stream().flatMap(JvmSigns::probe),
                        c -> image(c.image()),
                        c -> c.envFrom().stream().flatMap(from -> variables(workload, from)),
                        c -> settings(workload, c))
                .flatMap(signs -> signs.apply(container));
    }

    private static boolean isSign(EnvVar variable) {
        return VARIABLE.matcher(variable.name()).matches()
                || variable.written().filter(JvmSigns::isOption).isPresent();
    }

    private static boolean isOption(String text) {
        return OPTION.matcher(text).matches();
    }

    private static boolean isCommand(String text) {
        return COMMAND.matcher(text).matches() || isOption(text);
    }

    private static Stream<Evidence> probe(Probe probe) {
        return probe.handler() instanceof Probe.Http http
                        && PROBE.matcher(http.path()).matches()
                ? Stream.of(new Evidence(probe.at(), "probe at " + http.path()))
                : Stream.empty();
    }

    private Stream<Evidence> image(Word image) {
        boolean named = Stream.of(image.text()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("@.*$", "")
                        .split("[^a-z]+"))
                .anyMatch(IMAGE_WORDS::contains);
        boolean known = catalog.markers(JVM_IMAGES).stream().anyMatch(marker -> isOneOf(image.text(), marker));
        return named || known ? Stream.of(new Evidence(image.at(), "image " + image.text())) : Stream.empty();
    }

    private Stream<Evidence> variables(Workload workload, EnvFrom from) {
        return from.source() != EnvFrom.Source.CONFIG_MAP
                ? Stream.empty()
                : entries(workload, from.owner())
                        .filter(entry ->
                                VARIABLE.matcher(from.prefix() + entry.key()).matches() || isOption(entry.value()))
                        .map(entry -> new Evidence(entry.at(), entry.key()));
    }

    private Stream<Evidence> settings(Workload workload, Container container) {
        return workload.volumes().stream()
                .filter(volume -> volume.kind() == Volume.Kind.CONFIG_MAP)
                .filter(volume -> container.mounts().stream()
                        .anyMatch(mount -> mount.volume().equals(volume.name())))
                .flatMap(volume -> entries(workload, volume.source()))
                .filter(entry -> SETTINGS.matcher(entry.key()).matches())
                .map(entry -> new Evidence(entry.at(), entry.key()));
    }

    private Stream<Label> entries(Workload workload, String map) {
        return data.stream()
                .filter(each -> each.id().name().equals(map)
                        && (each.id().environment().isEmpty()
                                || each.id().environment().equals(workload.id().environment())))
                .flatMap(each -> each.entries().entries().stream());
    }

    /** Images of one's own that are built on a database are called after what they hold, and their containers after what they run. */
    private static boolean isNamed(String container, String image) {
        return container.equals(image.substring(image.lastIndexOf('/') + 1));
    }

    private static boolean isOneOf(String image, Marker marker) {
        String plain = image.replaceFirst("@.*$", "").replaceFirst(":[^/]*$", "");
        return marker.images().stream().anyMatch(known -> plain.equals(known) || plain.endsWith("/" + known));
    }
}
