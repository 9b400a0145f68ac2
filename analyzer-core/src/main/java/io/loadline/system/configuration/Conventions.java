package io.loadline.system.configuration;

import java.util.List;

/** Names that configuration frameworks have agreed with their users on. */
final class Conventions {

    /** Files by name without ending, weakest first. */
    static final List<String> STEMS = List.of("microprofile-config", "bootstrap", "application");

    /** The stem that {@link #STEM_KEY} replaces. */
    static final String STEM = "application";

    /** Key that names the files to read in place of the conventional ones; it counts only where code or a launch states it. */
    static final String STEM_KEY = "spring.config.name";

    /** Endings, weakest first. */
    static final List<String> ENDINGS = List.of(".yml", ".yaml", ".properties");

    /** Folders below a module, weakest first. */
    static final List<String> FOLDERS =
            List.of("src/main/resources/META-INF", "src/main/resources", "src/main/resources/config", "", "config");

    /** Keys of the service's own name. */
    static final List<String> NAME_KEYS =
            List.of("spring.application.name", "quarkus.application.name", "micronaut.application.name");

    /** Keys that switch profiles on, strongest first. */
    static final List<String> ACTIVE_KEYS =
            List.of("spring.profiles.active", "quarkus.profile", "mp.config.profile", "micronaut.environments");

    /** Keys that switch on further profiles wherever they stand. */
    static final List<String> INCLUDE_KEYS = List.of("spring.profiles.include");

    /** Below it, by profile, the profiles that come with it. */
    static final String GROUPS = "spring.profiles.group";

    /** Keys that say for which profiles a document counts. */
    static final List<String> CONDITION_KEYS = List.of("spring.config.activate.on-profile", "spring.profiles");

    /** Key that says on which platform a document counts. */
    static final String PLATFORM_KEY = "spring.config.activate.on-cloud-platform";

    /** Stands before a platform's name among active profiles. */
    static final String PLATFORM_PREFIX = "platform:";

    /** Variables whose words every Java process reads as options, weakest first; the last one beats the command line. */
    static final List<String> OPTION_VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private Conventions() {}
}
