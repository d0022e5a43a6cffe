package org.incumbent.release;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Reads and checks the data package while the application starts, so that the start does
 * not wait for both one after the other.
 */
final class PackageReadAhead implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Binder binder = Binder.get(context.getEnvironment());
		ReleaseProperties release = binder.bindOrCreate("incumbent", ReleaseProperties.class);
		ValidationProperties validation = binder.bindOrCreate("incumbent.validation", ValidationProperties.class);
		CompletableFuture<CheckedPackage> reading = CompletableFuture.supplyAsync(
				() -> CheckedPackage.read(release.data(), validation.texts(), validation.transcripts()),
				PackageReadAhead::inAThread);
		context.getBeanFactory().registerSingleton("packageReading", new Reading(reading));
	}

	/**
	 * A thread of its own, since those that are shared do not see what is inside the
	 * application's archive.
	 */
	static void inAThread(Runnable task) {
		Thread thread = new Thread(task, "release");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Waits for the outcome of a task.
	 * @throws RuntimeException what the task threw
	 */
	static <T> T join(CompletableFuture<T> task) {
		try {
			return task.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

	/**
	 * The package as soon as it is read and checked.
	 */
	record Reading(CompletableFuture<CheckedPackage> outcome) {

	}

}
