/**
 * The contract between Photobridge and its photo providers.
 *
 * <p><b>Entry.</b> A provider is a folder or zip of jars. One jar's manifest names it ({@code Photobridge-Provider-Id},
 * {@code Photobridge-Provider-Version}, {@code Photobridge-Spi-Version}), and its service file names one
 * {@link org.photobridge.spi.PhotoProvider}. A provider sees the JDK, this package and its own jars, nothing else.
 *
 * <p><b>Nulls.</b> No parameter, field, element or return value of this package is ever null. What may be missing is an
 * {@link java.util.Optional}; collections and arrays handed over are copies.
 *
 * <p><b>Threads.</b> An open end ({@link org.photobridge.spi.PhotoSource}, {@link org.photobridge.spi.PhotoTarget}) is
 * shared: its methods may be called by several threads at once. Each call runs with the provider's class loader as the
 * thread's context class loader. A provider starts no thread of its own: it uses
 * {@link org.photobridge.spi.ProviderContext#executor()}.
 *
 * <p><b>Waiting.</b> Only {@link org.photobridge.spi.CallContext#acquire} waits or notices that a run was cancelled. A
 * provider never sleeps and never tries a call again; the one exception is a single renewal of a token after a 401.
 *
 * <p><b>Errors.</b> {@link org.photobridge.spi.ProviderException} is about the run, a {@code Failed} result about one
 * account. Once anything of a batch was sent, the method returns and doesn't throw: what wasn't tried is
 * {@code NotAttempted}, so that no result is ever lost.
 *
 * <p><b>Growth.</b> New methods on interfaces that providers implement are default methods. Values that providers make
 * have static factories. Sealed types and enums flow from the provider to the host only.
 */
package org.photobridge.spi;
