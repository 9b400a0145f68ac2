package io.loadline.cli;

import io.loadline.rule.RulePack;
import java.lang.reflect.InvocationTargetException;
import picocli.CommandLine.IFactory;

/** Makes commands, handing each the streams and rules of the run. */
final class Commands implements IFactory {

    private final Streams streams;
    private final RulePack pack;

    Commands(Streams streams, RulePack pack) {
        this.streams = streams;
        this.pack = pack;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            return type.getDeclaredConstructor(Streams.class, RulePack.class).newInstance(streams, pack);
        } catch (NoSuchMethodException plain) {
            return picocli.CommandLine.defaultFactory().create(type);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException("a command cannot be made", failure);
        }
    }
}
