package org.photobridge.portal.provider;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs a provider's background tasks on the host's threads, with the provider's context class loader. */
final class ScopedExecutor extends AbstractExecutorService {
    private final Executor threads;
    private final ProviderScope scope;

    ScopedExecutor(Executor threads, ProviderScope scope) {
        this.threads = threads;
        this.scope = scope;
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(() -> scope.run(task));
    }

    /** The host owns the threads: some libraries shut down what they are given, and that must not reach others. */
    @Override
    public void shutdown() {
        // see above
    }

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return false;
    }
}
