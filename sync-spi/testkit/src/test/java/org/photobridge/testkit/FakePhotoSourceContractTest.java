package org.photobridge.testkit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.photobridge.spi.PhotoSourceFactory;
import org.photobridge.spi.ProviderConfig;

/** The fake source keeps the contract, so what is tried with it holds for providers. */
class FakePhotoSourceContractTest extends PhotoSourceContract {

    @Override
    protected PhotoSourceFactory factory() {
        return ScriptedFactories.source(FakePhotoSourceContractTest::filled);
    }

    static FakePhotoSource filled() {
        FakePhotoSource source = FakePhotoSource.withPeople("anna", "budi", "citra", "dewi", "eko", "fajar", "gita");
        source.take("dewi");
        source.addGroup("sales", "anna", "citra", "dewi");
        source.addGroup("empty");
        source.limitBy(ScriptedFactories.LIMIT);
        return source;
    }

    @Override
    protected ProviderConfig config() {
        return ScriptedFactories.WORKING;
    }

    @Override
    protected ProviderConfig unusableConfig() {
        return ScriptedFactories.BROKEN;
    }

    @Override
    protected Set<String> secrets() {
        return Set.of(ScriptedFactories.PASSWORD);
    }

    @Override
    protected int people() {
        return 7;
    }

    @Override
    protected List<String> withPhoto() {
        return List.of("anna", "budi@contoso.example", "gita");
    }

    @Override
    protected List<String> withoutPhoto() {
        return List.of("dewi");
    }

    @Override
    protected Map<String, Set<String>> groups() {
        return Map.of("sales", Set.of("anna", "citra", "dewi"), "empty", Set.of());
    }
}
