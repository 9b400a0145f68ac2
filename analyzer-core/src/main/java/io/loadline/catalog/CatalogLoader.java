package io.loadline.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.loadline.catalog.CatalogFile.Default;
import io.loadline.catalog.CatalogFile.PropertyKey;
import io.loadline.catalog.CatalogFile.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads catalog files, strictly: an unknown key or word is an error. One text may stand for a list of one, and for a default, a
 * configuration key or a requirement without versions.
 */
public final class CatalogLoader {

    private static final Map<Class<?>, Function<String, Object>> SHORT_FORMS = Map.of(
            PropertyKey.class, key -> new PropertyKey(key, null, null, null),
            Default.class, value -> new Default(value, null, null, null),
            Requirement.class, artifact -> new Requirement(artifact, null, null));

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .addModule(new SimpleModule()
                    .addDeserializer(Effect.class, new Word<>(Effect.class))
                    .addDeserializer(Role.class, new Word<>(Role.class))
                    .addDeserializer(Style.class, new Word<>(Style.class))
                    .addDeserializer(Trait.class, new Word<>(Trait.class)))
            .addHandler(new ShortForms())
            .build();

    private CatalogLoader() {}

    /**
     * Reads one file.
     *
     * @param name how messages call the file
     * @throws CatalogException when the text is not a catalog file
     */
    public static CatalogFile read(String name, String yaml) {
        YamlDocument document = new YamlDocument(name, yaml);
        document.nameDecidingArtifact();
        try {
            CatalogFile file = MAPPER.treeToValue(document.root(), CatalogFile.class);
            if (file.library() == null || file.library().isBlank()) {
                throw new CatalogException(name, 1, "found no 'library', expected its name");
            }
            return file;
        } catch (JsonMappingException e) {
            throw new CatalogException(name, document.line(nearest(document.root(), e)), sentence(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the files that an index resource lists, one name a line, all beside the anchor class or at an absolute resource path.
     *
     * @throws CatalogException when one of them is not a catalog file
     */
    public static List<CatalogFile> readIndexed(Class<?> anchor, String index) {
        String folder = index.substring(0, index.lastIndexOf('/') + 1);
        List<CatalogFile> files = new ArrayList<>();
        for (String name : resource(anchor, index).lines().toList()) {
            files.add(read(name, resource(anchor, folder + name)));
        }
        return List.copyOf(files);
    }

    private static String resource(Class<?> anchor, String path) {
        try (InputStream in = anchor.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + path + " beside " + anchor.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode nearest(JsonNode root, JsonMappingException error) {
        JsonNode here = root;
        for (JsonMappingException.Reference step : error.getPath()) {
            JsonNode next = step.getFieldName() != null
                    ? here.path(step.getFieldName())
                    : here.isArray() ? here.path(step.getIndex()) : here;
            if (next.isMissingNode()) {
                return here;
            }
            here = next;
        }
        return here;
    }

    private static String sentence(JsonMappingException error) {
        if (error instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds() == null
                    ? ""
                    : unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
            return "found unknown key '" + unknown.getPropertyName() + "', expected one of " + known;
        }
        if (error instanceof ValueInstantiationException && error.getCause() != null) {
            return "found " + error.getCause().getMessage();
        }
        return error.getOriginalMessage();
    }

    /** An enum constant written in lower case with hyphens. */
    private static final class Word<E extends Enum<E>> extends StdScalarDeserializer<E> {

        private final Class<E> type;

        Word(Class<E> type) {
            super(type);
            this.type = type;
        }

        @Override
        public E deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String word = parser.getValueAsString("");
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> kebab(constant).equals(word))
                    .findFirst()
                    .orElseThrow(() -> JsonMappingException.from(
                            parser, "found '" + word + "', expected one of " + words(type.getEnumConstants())));
        }

        private static String words(Enum<?>[] constants) {
            return Arrays.stream(constants).map(Word::kebab).collect(Collectors.joining(", "));
        }

        private static String kebab(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A plain text where a record with one main part is expected. */
    private static final class ShortForms extends DeserializationProblemHandler {

        @Override
        public Object handleMissingInstantiator(
                DeserializationContext context,
                Class<?> type,
                ValueInstantiator instantiator,
                JsonParser parser,
                String message)
                throws IOException {
            Function<String, Object> form = SHORT_FORMS.get(type);
            String text = parser.getValueAsString();
            if (form == null || text == null) {
                throw JsonMappingException.from(
                        parser, "found '" + text + "', expected " + type.getSimpleName() + " with its keys");
            }
            return form.apply(text);
        }
    }
}
