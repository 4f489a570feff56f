package org.photobridge.portal.provider;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.photobridge.portal.platform.TimeLimit;
import org.photobridge.portal.provider.ModuleProblem.Kind;
import org.photobridge.spi.PhotoProvider;
import org.photobridge.spi.ProviderException;

/** Turns an installed folder into a usable module, or into a reason: nothing that foreign code does here gets further. */
final class ModuleLoader {
    private static final Logger LOG = System.getLogger(ModuleLoader.class.getName());

    /** Loading takes tens of milliseconds; a provider that connects to something here breaks the contract. */
    private static final TimeLimit PATIENCE = new TimeLimit(Duration.ofSeconds(30));

    private final ClassLoader host;
    private final TimeLimit patience;

    ModuleLoader(ClassLoader host) {
        this(host, PATIENCE);
    }

    ModuleLoader(ClassLoader host, TimeLimit patience) {
        this.host = host;
        this.patience = patience;
    }

    ModuleStatus load(ModuleFolder folder) {
        try {
            List<Path> jars = folder.jars();
            ModuleManifest manifest = ModuleManifest.read(jars);
            manifest.requireCompatible();
            requireSame(folder, manifest);
            return start(manifest.key(), jars);
        } catch (BrokenModuleException e) {
            LOG.log(Level.WARNING, "Provider " + folder.key() + " can't be used: " + e.getMessage(), e);
            return ModuleStatus.broken(folder.key(), e.problem());
        }
    }

    private static void requireSame(ModuleFolder folder, ModuleManifest manifest) throws BrokenModuleException {
        if (!folder.key().equals(manifest.key())) {
            throw new BrokenModuleException(
                    ModuleProblem.of(Kind.BAD_MANIFEST, manifest.key() + " in the folder of " + folder.key()));
        }
    }

    private ModuleStatus start(ProviderKey key, List<Path> jars) throws BrokenModuleException {
        ProviderClassLoader loader = new ProviderClassLoader(key, urls(jars), host);
        try {
            ModuleStatus status = inTime(key, loader);
            LOG.log(Level.INFO, "Provider " + key + " is loaded");
            return status;
        } catch (BrokenModuleException e) {
            close(loader);
            throw e;
        }
    }

    /** A provider that never comes back must not keep the portal from starting. */
    private ModuleStatus inTime(ProviderKey key, ProviderClassLoader loader) throws BrokenModuleException {
        try {
            return patience.call("start of provider " + key, () -> instantiate(key, loader));
        } catch (TimeoutException e) {
            String seconds = Long.toString(patience.longest().toSeconds());
            throw new BrokenModuleException(ModuleProblem.of(Kind.START_TOOK_TOO_LONG, seconds), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BrokenModuleException broken) {
                throw broken;
            }
            throw new BrokenModuleException(ModuleProblem.of(Kind.START_FAILED, words(e)), e);
        }
    }

    private static ModuleStatus instantiate(ProviderKey key, ProviderClassLoader loader) throws BrokenModuleException {
        ProviderScope scope = new ProviderScope(key, loader);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            PhotoProvider provider = onlyService(loader).get();
            return ModuleStatus.usable(module(key, provider, scope), oddities(loader));
        } catch (ServiceConfigurationError e) {
            throw new BrokenModuleException(ModuleProblem.of(Kind.START_FAILED, words(e)), e);
        } catch (LinkageError e) {
            throw new BrokenModuleException(ModuleProblem.of(Kind.CLASS_MISSING, words(e)), e);
        } catch (RuntimeException e) {
            throw new BrokenModuleException(ModuleProblem.of(Kind.START_FAILED, words(e)), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Finds the one service; {@code ServiceLoader} reads the service files here, and no constructor runs yet. */
    private static Provider<PhotoProvider> onlyService(ProviderClassLoader loader) throws BrokenModuleException {
        List<Provider<PhotoProvider>> services =
                ServiceLoader.load(PhotoProvider.class, loader).stream().toList();
        if (services.isEmpty()) {
            throw new BrokenModuleException(ModuleProblem.of(Kind.NO_SERVICE, PhotoProvider.class.getName()));
        }
        if (services.size() > 1) {
            throw new BrokenModuleException(ModuleProblem.of(Kind.TWO_SERVICES, String.valueOf(services.size())));
        }
        return services.get(0);
    }

    private static LoadedModule module(ProviderKey key, PhotoProvider provider, ProviderScope scope)
            throws BrokenModuleException {
        try {
            LoadedModule module = new LoadedModule(
                    key,
                    scope.call(provider::sourceFactory).map(factory -> new ScopedSourceFactory(factory, scope)),
                    scope.call(provider::targetFactory).map(factory -> new ScopedTargetFactory(factory, scope)));
            if (module.factory(ProviderRole.SOURCE).isEmpty()
                    && module.factory(ProviderRole.TARGET).isEmpty()) {
                throw new BrokenModuleException(ModuleProblem.of(Kind.NO_ROLE));
            }
            return module;
        } catch (ProviderException e) {
            Kind kind = e.getCause() instanceof LinkageError ? Kind.CLASS_MISSING : Kind.START_FAILED;
            throw new BrokenModuleException(ModuleProblem.of(kind, words(e)), e);
        }
    }

    private static List<ModuleProblem> oddities(ProviderClassLoader loader) {
        String contract = PhotoProvider.class.getName().replace('.', '/') + ".class";
        List<ModuleProblem> oddities = new ArrayList<>();
        if (loader.findResource(contract) != null) {
            oddities.add(ModuleProblem.of(Kind.PACKS_CONTRACT));
        }
        return oddities;
    }

    /** The innermost reason: what wraps it speaks of ServiceLoader and reflection. */
    private static String words(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    private static List<URL> urls(List<Path> jars) {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            try {
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalStateException("A file has an address: " + jar, e);
            }
        }
        return urls;
    }

    private static void close(ProviderClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A broken provider's jars stay open", e);
        }
    }
}
