package org.photobridge.testkit;

import java.util.List;
import java.util.Optional;
import org.photobridge.spi.Account;
import org.photobridge.spi.PhotoTargetFactory;
import org.photobridge.spi.ProviderConfig;

/** The fake target keeps the contract, so what is tried with it holds for providers. */
class FakePhotoTargetContractTest extends PhotoTargetContract {

    @Override
    protected PhotoTargetFactory factory() {
        return ScriptedFactories.target(FakePhotoTargetContractTest::filled);
    }

    static FakePhotoTarget filled() {
        FakePhotoTarget target = FakePhotoTarget.knowing("anna", "budi", "citra", "dewi");
        target.hold("dewi", Portraits.jpeg("somebody else"));
        target.limitBy(ScriptedFactories.LIMIT);
        return target;
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
    protected List<Account> withoutPicture() {
        return People.named("anna", "budi", "citra");
    }

    @Override
    protected Account withPicture() {
        return People.named("dewi");
    }

    @Override
    protected Optional<Account> impossible() {
        return Optional.of(People.named("nobody"));
    }
}
